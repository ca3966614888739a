# Reminders

digest-title = <b>{ $who }: your reminders of { $day }</b>
digest-item = { $number }. { $text }
digest-more = { $count } more will follow here as these are done.
digest-done = Everything in this reminder is done or has been said anew. Thank you.
reminder-done = This is done or no longer needed. Thank you.
snoozed = You will be reminded again on { $day }; it is still due on { $due }.
snoozed-past = You will be reminded again on { $day }, but the deadline of { $due } does not move. Please see to it soon.
already-snoozed = This reminder was already put off to { $day } and cannot be put off again. The deadline does not move.

remind-password-before = 🔑 Please change the password of your e-government account by { $due }; { some-days } left (point 7: at least every three months from the last change).
remind-password-today = 🔑 The password of your e-government account is due today ({ $due }). Please change it today (point 7: at least every three months from the last change).
remind-password-overdue = 🔑 The password of your e-government account was due on { $due } and is { some-days } overdue. Please change it soon (point 7).
remind-password-above = 🔑 The e-government password of { $name } was due on { $due } and is { some-days } overdue. Please remind them (point 7).
why-password = The e-government password changes at least every three months from the last change; this one by { $due }.
why-password-above = E-government passwords change at least every three months; that of { $subject } was due on { $due } and is overdue.

remind-approval_step-before = 📝 Case { $subject } waits for you. Please deal with it by { $due }; { some-days } left.
remind-approval_step-today = 📝 Case { $subject } waits for you. Today ({ $due }) is the last day of this step; please deal with it today.
remind-approval_step-overdue = 📝 Case { $subject } waits for you. It was due on { $due } and is { some-days } overdue; please deal with it soon.
remind-approval_step-above = 📝 The present step of case { $name } is due on { $due } and has not been dealt with yet.
why-approval_step = The present step of case { $subject } is due on { $due }.
why-approval_step-above = The present step of case { $subject } is due on { $due } and has not been dealt with yet.

remind-returned-before = ✏️ Case { $subject } was returned to you. Please correct it and send it again by { $due }; { some-days } left. If you no longer need it, please withdraw it.
remind-returned-today = ✏️ Case { $subject } was returned to you and is due today ({ $due }). Please correct it and send it again today. If you no longer need it, please withdraw it.
remind-returned-overdue = ✏️ Case { $subject } was to be corrected by { $due } and is { some-days } overdue. Please correct it and send it again soon. If you no longer need it, please withdraw it.
remind-returned-above = ✏️ Case { $name }, which you returned, is to be corrected by { $due } and has not been sent again yet.
why-returned = Case { $subject } was returned and is to be corrected by { $due }.
why-returned-above = Case { $subject } is to be corrected by { $due } and has not been sent again yet.

remind-certificate-before = 🪪 Your Citizen Digital Certificate ends on { $due }; { some-days } left. Please have it extended or replaced in good time and upload it again (point 5(2)2).
remind-certificate-today = 🪪 Your Citizen Digital Certificate ends today ({ $due }). Please have it extended or replaced soon and upload it again (point 5(2)2).
remind-certificate-overdue = 🪪 Your Citizen Digital Certificate ended on { $due }, { some-days } ago. Please have it replaced soon and upload it again.
why-certificate = The query system needs a Citizen Digital Certificate; yours ends on { $due }.

due-on-holiday = { "  " }{ $due } is { $holiday }; please be done by { $target }.
due-on-weekend = { "  " }{ $due } is a day off; please be done by { $target }.
due-on-closed-day = { "  " }The offices are closed on { $due }; please be done by { $target }.
due-on-holiday-today = { "  " }{ $due } is { $holiday }; please be done today ({ $target }).
due-on-weekend-today = { "  " }{ $due } is a day off; please be done today ({ $target }).
due-on-closed-day-today = { "  " }The offices are closed on { $due }; please be done today ({ $target }).

button-changed = I have changed it
button-snooze = Remind me tomorrow
button-snooze-of = Remind me tomorrow ({ $number })
button-day = { $day }

# The day of the last password change

password-title = <b>Your e-government password</b> (point 7: at least every three months)
password-dates = Last changed (counted from here): { $changed }
    Change it by: { $due }
password-left = { some-days } left.
password-today = It is due today. Please change it today.
password-late = It is { some-days } overdue. Please change it soon.
password-no-date = No date is known yet. Once you have changed it, record the day with the button below.
password-no-account = You have no open account of the query system, so there is no password date to record.
password-before-last = { $day } is before the last recorded change on { $last }. Please check the day.
password-recorded = Recorded: changed on { $day }. Counted from that day, the next change is due by { $due }.
password-not-recorded = Cancelled. No password change was recorded.
password-never-typed = Your message looked like a password and was deleted; it was not used. Only the date is kept here. If it really was your password, please change it once more.
ask-password-changed = On which day did you change the password of your e-government account? Tap or type the date, never the password.

# Witness of the audit trail

ledger-witness = 🔏 Audit trail of { $day } ({ $number } entries)
    Last entry: <code>{ $head }</code>
    Please keep this message: it shows later whether anything was removed.
