# The monthly audit

command-audit = Monthly audit

audit-title = 🔍 <b>Audit of the use in { $period }</b>: { $state }
    { $agency } (due { $due })
audit-heading = <b>Audit of the use in { $period }</b>
audit-moved = Audit of { $period }: please see the message below.
audit-state-open = records coming in
audit-state-drawn = being audited
audit-state-reported = reported, to be read
audit-state-returned = returned
audit-state-read = read

audit-counts = Owed { $owed }, in { $sent } (no use { $nil }, late { $late }), missing { $missing }
    Queries in all: { $queries }
audit-in = ✔ { $count } with use: { $names }
audit-nil = ○ { $count } without: { $names }
audit-late = ⚠️ { $count } late: { $names }
audit-missing = ✖ { $count } missing: { $names }
audit-gaps = System and register differ by: { $names }
audit-uncovered = Neither legal basis nor consent: { $names }
audit-gap-reason = { $name } { $gap } ({ $reason })
audit-gap = { $name } { $gap }
audit-seed = The sample's seed is sealed; SHA-256 begins with <code>{ $hash }</code>
audit-sample = Sample: { $looked } of { $count } looked at, { $wrong } not in order
audit-own-part = { $count ->
        [one] 1 entry is an administrator's own; the head or the authorised person looks at it.
       *[other] { $count } entries are an administrator's own; the head or the authorised person looks at them.
    }

audit-report = <b>Result: { $result }</b>, reported by { $who }, { $at }
audit-explanation = Explanation: { $text }
audit-measures = Measures: { $text }
audit-missing-then = Missing when reported: { $names }
audit-reported-late = ⚠️ Reported late (due { $due })
audit-by = Looked at by { $who }: { $count }
audit-seeds = Seed (the README says how to redraw): <code>{ $seeds }</code>
audit-returned = Returned: “{ $reason }”
audit-read = <b>Read</b> by { $who }, { $at }
audit-read-own = <b>Read</b>: { $who }　{ $at } (the reader's own use is in it; nobody else could be asked)
audit-entry = Register of { $name }, entry { $position }

check-correct = Correct
check-purpose = Within purpose
check-basis = Basis or consent
check-confidential = Kept safe
passed = ✅ { $label }
failed = ❌ { $label }
result-normal = Normal
result-anomaly = Anomaly

button-audit = Audit { $period }
button-board = Who is in for { $period }
button-audit-draw = Draw the sample
button-audit-check = Look at the sample
button-audit-report = Report
button-audit-recheck = Look again
button-audit-nag = Remind the missing
button-audit-incident = Report an anomaly
button-audit-read = Read
button-audit-return = Return
button-audit-print = Print the report
button-audit-months = All months
button-audit-seen = Noted
button-audit-open = Show { $period }
button-audit-next = Next
button-audit-explain = Explain what is wrong

ask-audit-draw = In: { $sent }, missing: { $missing }. Once the sample is drawn the records that are in can no longer be corrected; later ones are sampled too. Draw it?
ask-audit-item = { $number } of { $count }: <b>{ $entry }</b>
    Full record: { $place }
    Please compare register and documents. ✅ is in order; tap what is not, so that it shows ❌.
audit-noting = { $entry }, not in order: { $failed }
ask-audit-note = What is not in order? The head is told at once. No citizens' personal data.
ask-audit-result = Entries looked at: { $count }, not in order: { $wrong }; anomalies reported: { $anomalies }. The month's result?
ask-audit-explanation = What was wrong? No citizens' personal data.
ask-audit-measures = What was done about it?
ask-audit-incident = What did you find? The head is told at once. No citizens' personal data.
ask-audit-return = Why do you return the report? The administrator will see it.
example-audit-note = The register lacks the document number
example-audit-explanation = One entry lacked its document number; it had been forgotten
example-audit-measures = Added, the officer was told, more will be sampled next month
example-audit-incident = The account shows queries after office hours
example-audit-return = Please add what was done about it
audit-preview = <b>Please check, then send</b>. Result: { $result }
audit-part-done = Your part is done, thank you.
audit-put-off = All right, that is it for now; what you answered is kept. Use /audit to go on.

toast-audit-reported = Reported; the head or the authorised person will read it.
toast-audit-read = Read
toast-audit-returned = Returned
toast-audit-nagged = { $count } asked to send
toast-anomaly-seen = It is noted that you know
audit-please-send = 🗓️ { $who } asks you to send in your record of use for { $period } (due { $due }). No queries? A nil return, please.

anomaly-title = 🚨 <b>Anomaly</b>, { $period }
    { $who }, { $at }
    { $what }
anomaly-of-entry = { $entry }: not in order: { $failed }. { $note }
anomaly-clock = If it is a security incident it must be reported within an hour of knowing, by { $until }.
anomaly-seen-by = Noted by { $who }, { $at }
anomaly-nobody = ⚠️ Neither the head nor an authorised person can be reached here; please tell the head in person or by telephone now. If it is a security incident, please report it within an hour.
anomaly-told = 🚨 The head was told at { $at }. If it is a security incident, please report it within an hour.
anomaly-seen = Somebody noted it at { $at }.

audits-title = <b>Monthly audits</b>
audits-none = There are no audits yet; each month's first working day opens the month before.
audits-line = · { $period }: { $state }, { $sent } of { $owed } in, { $result } { $at }

audit-no-seat = The monthly audit is done by the administrator and read by the head or the authorised person; you hold none of these seats.
audit-not-yours = This audit is done by the agency's administrator or the authorised person.
audit-own-use = This is your own use; somebody else has to look at it.
audit-own-report = You reported this; the head or another authorised person reads it.
audit-own-use-inside = Your own use is in this report; nobody reads his own matter, so { $names } reads it.
audit-not-to-read = This report is read by the agency's head or the authorised person.
audit-drawn = The sample of this month is drawn already; go on with /audit.
audit-checked = { $who } has looked at this entry already.
audit-unfinished = { $count ->
        [one] 1 entry has not been looked at; please finish it with /audit.
       *[other] { $count } entries have not been looked at; please finish them with /audit.
    }
audit-not-normal = Something was not in order, so the result must be an anomaly, with an explanation.
audit-not-waiting = This report is not waiting to be read; /audit shows how it stands.
audit-own-part-first = { $count ->
        [one] 1 entry of an administrator's own use is to be
       *[other] { $count } entries of an administrator's own use are to be
    } looked at by the head or the authorised person before the report can be read.
audit-none-of-yours = None of this month's entries was looked at by you; what others have looked at is theirs to look at again.
audit-not-returned = This report was not returned, so it cannot be looked at again.
audit-reported = This month was reported at { $at }.
audit-nobody-to-nag = None of the missing is in post and linked; please ask them directly, or enter their records from paper with /record.
audit-nagged = They were asked today; you can ask again on { $day }.
record-drawn = This month's sample is drawn, so records can no longer be corrected. If something is wrong, tell the administrator, who can explain it in the report.
