# Cases

card-title = <b>{ $number }</b> { $state }
    { $kind }
    { $agency }, { $subject }
card-title-decide = 🔔 <b>{ $number }</b> { $state }
    { $kind }
    { $agency }, { $subject }
card-moved = { $number }: see the newest message below.
way-title = <b>Progress</b>
way-past = { $mark } { $step }: { $verdict } by { $who }{ $capacity } { $at }{ $paper }
way-past-reason = { $mark } { $step }: { $verdict } by { $who }{ $capacity } { $at }{ $paper }
    “{ $reason }”
way-now = ▶ { $step }: { $who }, due { $due }
way-next = · { $step }: { $who }
way-with-applicant = ▶ To be completed by { $who }

told-approve = Your case { $number } was approved by { $who } ({ $step }).
told-done = Your case { $number } was carried out by { $who }.
told-return = Your case { $number } was returned by { $who }: “{ $reason }”. Tap “Correct and send again”; number and answers are kept.
told-reject = Your case { $number } was rejected by { $who }: “{ $reason }”. If the business still needs it, answer the reason given and file anew with /apply.

then-next = Next: the { $seat }, by { $due }.
then-mend = Please correct it and send it again by { $due }; if you no longer need it, withdraw it.

toast-approve = { $number } approved
toast-done = { $number } done
toast-return = { $number } returned
toast-reject = { $number } rejected
toast-withdraw = { $number } withdrawn
toast-nudge = They have been asked to hurry. You can ask again from { $day }.

button-nudge = Ask to hurry
nudged = ⏰ { $who } asks you to deal with case { $number }: { $step }, due on { $due }.
nudged-already = For { $number } this was done already. You can ask again from { $day }.
nudge-nobody = Nobody at the present step of { $number } can be reached here: the seat is vacant or not linked yet. Please contact the office directly.

mine-title = <b>My cases</b> ({ $count })
mine-empty = You have no cases. To file a request use /apply.
desk-title = <b>Waiting for you</b> ({ $count })
desk-empty = Nothing waits for you.
list-open = { $number } { $kind }, with { $who }{ $paper }
list-returned = { $number } { $kind }, to be completed by you{ $paper }
list-done = { $number } { $kind }, completed{ $paper }
list-rejected = { $number } { $kind }, rejected{ $paper }
list-withdrawn = { $number } { $kind }, withdrawn{ $paper }

not-in-effect-yet = { $number } takes effect on { $day }. Please tap “Done” on that day or later.
own-matter = This is your own case. Nobody decides or carries out a matter of their own; a deputy or another holder of the seat has to.
not-your-seat = This step is for the { $seat }. You do not hold that seat today, so you cannot act here.
not-your-case = Only the applicant can withdraw or correct this request.
too-late = { $who } was first: { $number } “{ $verdict }” at { $at }. Your tap changed nothing.
step-not-open = { $number } is not at a step where this can be done. See /desk for the present state.
case-closed = { $number } is closed and cannot be changed.
case-not-returned = { $number } is not a returned case and cannot be sent again.
case-of-former-agency = You filed { $number } at your former agency; it cannot go on from the new one. Please withdraw it and file anew with /apply.
case-of-another = { $number } was filed for { $who }, and mending it cannot change that. To ask for somebody else, please withdraw it and begin anew with /apply.
case-under-way = You have a request of this kind under way: { $number }. Please wait for it, or open it with /mine and withdraw it.
kind-not-yours = This kind of request is filed by the { $role }.
nothing-to-apply-for = You have nothing to file here; cases waiting for you are under /desk.
account-needed-first = You have no open account yet. Please ask for an officer account first; its form asks for the items as well.
seat-all-barred = “{ $step }” is for the { $seat }, but everybody there is a party to this case and cannot decide it. Please name a deputy for that seat, or have a second holder put on the roster, then send it.
no-agency-information_center = The roster names no Information Center yet. Please tell the system's operators.
no-agency-labour = The roster names no Department of Labor yet. Please tell the system's operators.
reason-needed = Returning and rejecting need a reason.
items-gone = The agency no longer has the query items { $items }; they cannot be granted. Please return the case so that the applicant can choose again.
no-open-account = The applicant of { $number } has no open account. Please return the case.
account-already-open = The applicant of { $number } has an open account already. Please return the case.
applicant-left = The applicant of { $number } has left; no account or right can be opened or changed. Please reject the case, or return it with this reason where it cannot be rejected.
case-unreadable = Case { $number } was handled by another version of the program and cannot be read here. Please ask the Information Center to update it.
