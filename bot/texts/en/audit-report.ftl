# The monthly audit's report, printed

report-title = Report on the monthly audit of use of the labour-insurance query system
report-agency = Agency
report-month = Month audited
report-by = Administrator
report-on = Reported
report-on-late = { $day } (late; due { $due })
report-counts = Records
report-counted = { $owed } owed, { $sent } in ({ $nil } nil, { $late } late), { $missing } missing
report-queries = Queries in the system
report-queried = { $queries } (by { $count ->
        [one] 1 person
       *[other] { $count } people
    })
report-sampled = Sample
report-sample = { $looked ->
        [one] 1 entry
       *[other] { $looked } entries
    }, { $wrong } not in order
report-result = Result
report-missing = Missing then
report-explanation = Anomaly
report-measures = Measures
report-none = none
report-names = { $names }

report-records = Use (points 4(5)3, 8(1)1)
report-head-who = Officer
report-head-number = Receipt
report-head-queries = System
report-head-registered = Register
report-head-gap = Difference and reason
report-head-cover = Basis / consent
report-head-pages = Pages
report-head-sent = Sent
report-covered = { $basis } / { $consent }
report-gap = { $gap }　{ $reason }
report-sent = { $day }
report-sent-late = { $day } (late)

report-items = Sample (point 8, second paragraph)
report-head-entry = Entry
report-head-findings = Correct / purpose / basis / confidential
report-head-note = Note
report-head-checker = Looked at by
report-head-seconds = Time
report-findings = { $correct }　{ $purpose }　{ $basis }　{ $confidential }
report-passed = ○
report-failed = ✕
report-seconds = { $seconds } s
report-unchecked = not looked at yet

report-anomalies = Anomalies (point 4(4)5)
report-head-what = What
report-head-found = Found
report-head-seen = Seen by the head
report-who-when = { $who } { $day }

report-seed = Seed of the sample
report-hash = SHA-256 of the seed
report-seed-note = The SHA-256 of the seed stood in the ledger before the month's first record; with the seed the sample can be drawn again as documented.
report-stamp-administrator = Administrator
report-stamp-chief = Section chief
report-stamp-reader = Read by (head or authorised person)
report-read = read
report-waiting = waits to be read
report-returned = returned: { $reason }

audit-file = { $agency } { $period } audit.pdf
toast-audit-print = The report on { $period } is being drawn and will follow
audit-not-reported = This month is not reported yet; the report can be printed afterwards.
report-own-reader = { $seat } (own use inside)
