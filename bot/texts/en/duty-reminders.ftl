# Reminders of the recurring duties

period-year = { $year }
period-quarter = { $year } Q{ $quarter }
agency-business = { $agency } ({ $business })
whose = { $name }:{" "}
names-more = and { $count } more

remind-usage_record-before = 🗓️ { $whose }Please send in your record of use for { $period } by { $due }; { some-days } left (point 4(5)3). No queries? A nil return, please.
remind-usage_record-today = 🗓️ { $whose }Your record of use for { $period } is due today ({ $due }). Please send it in today (point 4(5)3). No queries? A nil return, please.
remind-usage_record-overdue = 🗓️ { $whose }Your record of use for { $period } was due on { $due } and is { some-days } overdue. Please send it in soon (point 4(5)3).
remind-usage_record-above = 🗓️ { $name } has not sent in the record of use for { $period } (due { $due }). Please remind them.
remind-usage_record-many = 🗓️ { $count ->
        [one] 1 record of use for { $period } is missing
       *[other] { $count } records of use for { $period } are missing
    } (due { $due }): { $names }. Please remind them (point 4(5)3).
why-usage_record = The record of use for { $period } goes to the administrator by { $due }.
why-usage_record-above = { $subject } has not sent in the record of use for { $period }, due { $due }.

remind-usage_audit-before = 🔍 Please audit the use in { $period } and report to the head by { $due }; { some-days } left (point 8(1)1).
remind-usage_audit-today = 🔍 The audit of { $period } is due today ({ $due }). Please report to the head today (point 8(1)1).
remind-usage_audit-overdue = 🔍 The audit of { $period } was due on { $due } and is { some-days } overdue. Please report soon (point 8(1)1).
remind-usage_audit-above = 🔍 The audit of { $name } for { $period } was due on { $due } and has not been reported yet.
remind-usage_audit-many = 🔍 { $count ->
        [one] 1 audit has not been reported yet
       *[other] { $count } audits have not been reported yet
    }: { $names }.
why-usage_audit = The use in { $period } is audited and reported to the head by { $due }.
why-usage_audit-above = The audit of { $subject } for { $period } was due on { $due } and has not been reported yet.

remind-head_reading-before = 📖 The audit report for { $period } awaits your reading by { $due }; { some-days } left (point 8(1)1).
remind-head_reading-today = 📖 Please read the audit report for { $period } today ({ $due }) (point 8(1)1).
remind-head_reading-overdue = 📖 The audit report for { $period } was to be read by { $due } and is { some-days } overdue. Please read it soon (point 8(1)1).
remind-head_reading-above = 📖 Your audit report for { $period } was to be read by { $due } and has not been read yet.
remind-head_reading-many = 📖 { $count ->
        [one] 1 of your audit reports has not been read yet
       *[other] { $count } of your audit reports have not been read yet
    }: { $names }.
why-head_reading = The audit report for { $period } is to be read by { $due }.
why-head_reading-above = The audit report for { $period } was to be read by { $due } and has not been read yet.

remind-onsite_audit-before = 🏢 The on-site audit of { $name } for { $period } is still to be done by { $due }; { some-days } left (point 8(2)2: at least once a year).
remind-onsite_audit-today = 🏢 The on-site audit of { $name } for { $period } is still to be done; today ({ $due }) is the last day (point 8(2)2).
remind-onsite_audit-overdue = 🏢 The on-site audit of { $name } for { $period } was due on { $due } and is { some-days } overdue. Please do it soon (point 8(2)2).
remind-onsite_audit-above = 🏢 The on-site audit of { $name } for { $period } is still to be done by { $due }.
remind-onsite_audit-many = 🏢 { $count ->
        [one] 1 on-site audit is still to be done
       *[other] { $count } on-site audits are still to be done
    }: { $names }.
why-onsite_audit = The on-site audit for { $period }, at least once a year, is due by { $due }.
why-onsite_audit-above = The on-site audit of { $subject } for { $period } is still to be done by { $due }.

remind-onsite_visit-before = 🏢 { $authority } audits { $name } on site on { $due }, in { some-days }. Please prepare for it (point 8(2)2).
remind-onsite_visit-today = 🏢 { $authority } audits { $name } on site today ({ $due }) (point 8(2)2).
remind-onsite_visit-overdue = 🏢 The on-site audit of { $name } by { $authority } was planned for { $due } and has no result yet. Please record it or move the day.
why-onsite_visit = The on-site audit is planned for { $due }.

remind-account_review-before = 🗂️ Please finish the account review of { $period } by { $due }; { some-days } left (point 8(1)2).
remind-account_review-today = 🗂️ The account review of { $period } is due today ({ $due }). Please finish it today (point 8(1)2).
remind-account_review-overdue = 🗂️ The account review of { $period } was due on { $due } and is { some-days } overdue. Please finish it soon (point 8(1)2).
remind-account_review-above = 🗂️ The account review of { $name } for { $period } was due on { $due } and is not finished yet.
remind-account_review-many = 🗂️ { $count ->
        [one] 1 account review is not finished yet
       *[other] { $count } account reviews are not finished yet
    }: { $names }.
why-account_review = The account review of { $period } is due by { $due }.
why-account_review-above = The account review of { $subject } for { $period } was due on { $due } and is not finished yet.

remind-leaver-overdue = 🚪 { $name } left on { $due } and still has an account. Please have it closed soon (point 4(4)2).
remind-leaver-above = 🚪 { $name } left on { $due } and still has an account. Please see to it.
remind-leaver-many = 🚪 { $count ->
        [one] 1 person has left and still has an account
       *[other] { $count } people have left and still have an account
    }: { $names }.
why-leaver = { $subject } has not been in post since { $due }; the account is to be closed.
why-leaver-above = { $subject } has not been in post since { $due } and still has an account.

remind-password-many = 🔑 { $count ->
        [one] 1 e-government password is overdue
       *[other] { $count } e-government passwords are overdue
    }: { $names }. Please remind them (point 7).
remind-approval_step-many = 📝 { $count ->
        [one] 1 case has reached the last day of its step
       *[other] { $count } cases have reached the last day of their step
    }: { $names }.
remind-returned-many = ✏️ { $count ->
        [one] 1 returned case is due and has not been sent again
       *[other] { $count } returned cases are due and have not been sent again
    }: { $names }.
