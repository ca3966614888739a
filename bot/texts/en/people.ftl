# People, suspension and invitations

command-people = Staff and accounts
command-invite = Invite colleagues

people-agencies = <b>Staff by agency</b> ({ $count ->
        [one] 1 agency
       *[other] { $count } agencies
    })
people-title = <b>Staff of { $agency }</b> ({ $count })
people-line = ・{ $who }, { $link }
    　Account: { $accounts }
    　{ $password }; { $certificate }
people-no-seat = The staff list is for administrators, heads and the Information Center. Your own cases are under /mine.
people-not-yours = { $name } is not of your agency. Please ask the administrator of that agency.
button-agency = { $agency } ({ $count } not linked)
button-agency-staff = { $agency } ({ $count }, { $away } not linked)
button-agencies = Back to the agencies
button-people = Back to the list

link-there = linked
link-none = not linked
link-blocked = linked, but cannot be reached
account-none = none
account-open = { $kind }, in use
account-items = { $kind }, in use ({ $count ->
        [one] 1 item
       *[other] { $count } items
    })
account-suspended-since = ⛔ { $kind }, suspended since { $day }
password-state-none = no password date
password-state-due = password due by { $due }
password-state-late = ⚠️ password overdue since { $due }
certificate-there = certificate uploaded
certificate-none = no certificate
certificate-until = certificate until { $day }
certificate-over = ⚠️ certificate expired on { $day }

person-title = <b>{ $who }</b> ({ $number })
    { $agency }
person-roles = Seats: { $roles }
person-link = Chat: { $link } { $since }
person-account = Account: { $account }, opened { $opened }
    { $items }
person-dates = { $password }; { $certificate }
person-suspended = { $who } (⛔ suspended since { $day })
mine-suspended = ⛔ Your account of the query system has been suspended since { $day }. To use it again, apply for reinstatement by /apply.

button-person-suspend = Suspend now
button-person-invite = Make invitation

ask-suspend-reason = Choose or type why { $name } is <b>suspended now</b>. It takes effect at once; the person and the head are told.
suspension-proposed = ⛔ Password overdue; suspension is advised.
suspension-proposed-many = ⛔ Password overdue; suspension is advised for { $names }. Please use /people.
example-suspend-reason = moved to another unit, account stopped first
suspend-reason-leaving = left or transferred
suspend-reason-lost_card = certificate lost
suspend-reason-misuse = improper use suspected, to be looked into
suspend-reason-no_need = no longer needed
suspend-reason-password = password overdue (point 7)
suspended = Suspended on { $day }: { $name }. Under point 4(4)2 this comes first and the paper follows:
suspended-told = ⛔ The account of { $name } was suspended by { $by }: “{ $reason }”. The paper has to follow:
suspended-own = ⛔ Your account of the query system was suspended by { $by }: “{ $reason }”.
suspended-paper-officer = If it is no longer needed, file annex 2 “delete”; to use it again, annex 2 “reinstate”. No items are granted before that.
suspended-paper-administrator = An administrator's account that is no longer needed: annex 1 “delete”; to use it again: annex 1 “reinstate”.
suspend-not-done = Cancelled. Nothing was suspended.
suspend-oneself = You cannot suspend your own account. Please ask the head or the Information Center to do it by /people.
suspend-no-account = { $name } has no account in use; there is nothing to suspend.
suspended-already = The account of { $name } has been suspended since { $day }. To use it again, the person applies for reinstatement by /apply.
account-suspended = Your account has been suspended since { $day }, so no items can be asked for. Please apply for its reinstatement by /apply first; items can be chosen there.
items-while-suspended = The account of the applicant of { $number } has been suspended since { $day }; no items are granted before reinstatement. Please return the case.

ask-invite = Whom of { $agency } do you want to invite? Not linked: { $count }. Tap a name or type staff numbers, parted by spaces.
ask-invite-agency = Of which agency? People not linked: { $count }. Tap an agency or type staff numbers, parted by spaces.
ask-invite-nobody = Everybody of { $agency } is linked already.
ask-invite-nobody-anywhere = Everybody of every agency is linked already.
button-invite-all = All who are not linked ({ $count })
invitations = <b>Invitations</b>: valid for { some-days }, each once. Hand each to its person, never to a group; earlier unused ones are void.
invitation = ・{ $who } ({ $number })
    { $link }
    Code <code>{ $code }</code>, also as /start { $code }
invite-nobody-left = All of them are linked or have left; no invitation was made.
invite-not-done = Cancelled. No invitation was made.
invite-no-seat = Invitations are made by administrators and the Information Center. Please ask your agency's administrator.
invite-not-yours = { $name } is not of your agency, so the invitation is not yours to make. Please ask the administrator there.
invite-left = { $name } has not been in post since { $day } and cannot be invited. If that is wrong, please ask the Information Center to correct the roster.
invite-linked = { $name } is linked already. To move to another chat account, please ask the Information Center to cut the link first.
