# Leaving and handover

leaver-title = 🚪 <b>Handover</b>　{ $leaver }
    { $agency }, left (or transferred) on { $day }
leaver-title-moved = 🚪 <b>Handover</b>　{ $leaver }
    moved from { $agency } to { $to } on { $day }
leaver-title-seats = 🚪 <b>Handover</b>　{ $leaver }
    { $agency }, from { $day } no longer { $roles }
leaver-back = { $leaver } ({ $agency }) is in post or back; there is nothing to hand over.
leaver-nothing = ✔ Nothing is open in this name.
leaver-account = ・{ $kind } account: suspended { $day }; please have it deleted (point 4(4)2)
leaver-account-deleting = ・{ $kind } account: suspended { $day }; its deletion { $number } is under way
leaver-cases = ・Requests that need an applicant: { $numbers }
leaver-records = ・Usage records not sent: { $months }
leaver-seat = ・Nobody holds the seat of { $seat }; please ask the Information Center to name a successor in the roster
leaver-waiting = ・Cases that wait there: { $numbers }
leaver-ships = ・Deputyships still running:
leaver-taken = ✔ Taken over by { $successor } from { $day }; what comes later goes there too.

button-leaver-mine = I take over
button-leaver-choose = A colleague takes over
button-leaver-delete = Delete the { $kind } account
button-handover = Handover

ask-handover-who = Who takes over the requests and records of { $leaver }? Choose a colleague or type the staff number. Deputyships end as well.
handover-nobody = Nobody else of { $leaver }'s agency is in post. Please have the Information Center update the roster first.
handover-taken = { $successor } has taken over the requests and open records of { $leaver }; all deputyships have ended.
handover-taken-already = { $successor } has already taken over from { $leaver }; nothing is left to do.
handover-what-now = See /mine for the requests: you can correct them, ask to hurry, or withdraw them. You will be reminded of the records.
handover-unchanged = Cancelled; the handover is as it was.
handover-not-yours = The administrators of { $agency } see to a handover; without one its head, without either the Information Center.
handover-no-colleague = { $name } is not in post in that agency and cannot take over. Please choose another colleague.
handover-back = { $name } is in post or back; there is nothing to hand over.

ask-leaver-paper = Which official document says that { $leaver } has left or asks for the deletion? The head signs, then the account is deleted.
example-leaver-paper = 府人任字第1150123456號
leaver-deletion-filed = The deletion has been requested from paper as <b>{ $number }</b> and is now with the { $seat }.
leaver-account-closed = This account of { $name } is deleted already.
leaver-case-under-way = { $number } is still under way. Please wait until it is closed; unless it is a deletion, have whoever took over withdraw it first.
way-taken-over = ・Handover: the applicant has left; { $who } has taken over

moved-told = From { $day } you work at { $agency }; what is open at { $former } is taken over there.
moved-told-account = From { $day } you work at { $agency }. Your account at { $former } has been suspended at once (point 4(4)2) and what is open there is taken over; if you need one in the new post, please apply with /apply.
seat-lost-told = From { $day } the roster no longer names you as { $roles }; that account has been suspended at once (point 4(4)2). If this is wrong, please have the Information Center correct the roster.

button-person-leave = Record a leaving
ask-departure = From which day is { $name } no longer in post (first day after leaving or transfer)? From then the link is cut, the accounts are suspended, and the handover begins.
departure-done = Recorded: { $name } is out of post from { $day }. The link is cut and the accounts are suspended; the handover has come as a message of its own.
departure-planned = Recorded: { $name } is out of post from { $day }. On that day the accounts are suspended and the handover comes to you.
departure-not-recorded = Cancelled; no leaving was recorded.
departure-too-far = { $day } is more than a year away; please check the year and type it again.
departure-oneself = You cannot record your own leaving. The head or the Information Center does it with /people.
departure-known = { $name } is recorded as out of post from { $day }. If that is wrong, the Information Center corrects it in the roster.
