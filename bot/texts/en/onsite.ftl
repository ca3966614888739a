# On-site and ad-hoc audits (points 4(2)3, 4(3)2, 8 and 9)

command-onsite = On-site audits
onsite-title = 🏢 <b>On-site audits</b>　{ $done } of { $all } done this year
onsite-title-own = 🏢 <b>Audits</b>
onsite-none = There are no audits yet.
onsite-line-done = ✔ { $agency }{ $own }　{ $period } done on { $day }{ $more }
onsite-line-left = , { $count } to be corrected or looked at again
onsite-line-planned = 📅 { $agency }{ $own }　planned for { $day }
onsite-line-open = ・{ $agency }{ $own }　{ $period } not planned yet, due { $due }
onsite-line-late = ❗ { $agency }{ $own }　{ $period } overdue, due { $due }{ $more }
onsite-line-passed = ⏳ { $agency }{ $own }　planned for { $day }, not recorded yet
onsite-line-day = , planned for { $day }
onsite-self = {" "}(self-audit)
onsite-audit-open = ✏️ { $number }　{ $sort }　{ $agency }　being filled
onsite-audit-left = ❗ { $number }　{ $sort }　{ $agency }　{ $count } to be corrected or checked
onsite-audit-closed = ✔ { $number }　{ $sort }　{ $agency }　closed
onsite-sort-yearly = on-site audit
onsite-sort-adhoc = ad-hoc audit
onsite-sort-bureau = ad-hoc audit by the Bureau
onsite-bureau = the Bureau of Labor Insurance
onsite-coming = 📅 { $authority } comes for an on-site audit{ $business } on { $day }. Please have the register, the monthly records and the readings at hand.
onsite-came = ⏳ The on-site audit{ $business } by { $authority } on { $day } is not recorded yet.
onsite-of-business = {" "}({ $business })
onsite-visit-over = No on-site audit is open for this day: recorded already, or moved.
onsite-rules = The agency's rules of use (point 4(3)2): { $rules }
onsite-duty-hint = Point 8(2)2: at least one on-site audit a year. Plan a day, or begin the checklist at once.
onsite-duty-hint-planned = On the day tap Begin, answer line by line, then record; if the day changes, move it.
onsite-head = 🏢 <b>{ $number }</b>　{ $sort }{ $own }
    audited: { $agency }
    by: { $authority }　on: { $day }
onsite-item = <b>{ $number } of { $all }</b>　{ $text } (point { $clause })
onsite-summary-hint = Check, then record: the agency is told and nothing can be changed any more. A number asks that line again.
onsite-found-yes = ✔ { $number }. { $text }
onsite-found-none = － { $number }. { $text } (does not apply)
onsite-found-no = ❗ { $number }. { $text }
    　{ $note }
    　to be corrected by { $due }{ $stage }
onsite-stage-open = , open
onsite-stage-reported = , reported as corrected ({ $document }), to be checked
onsite-stage-accepted = , corrected and accepted ({ $document })
onsite-all-well = ✔ Everything is in order; nothing has to be corrected.
onsite-proposal = Reward or punishment proposed (point 8, third paragraph): { $text }
onsite-without = none
onsite-council = To the municipal meeting (point 8(2)2): { $state }
onsite-yes = yes
onsite-no = no

onsite-item-register = The register's count equals the system's
onsite-item-purpose = Sampled queries have reason, document number and legal basis, within the purpose of the work
onsite-item-content = What was queried fits the case files
onsite-item-consent = Where there is no legal basis, signed consent is kept
onsite-item-staff = The list of users equals the staff in post
onsite-item-leavers = Accounts of leavers are closed
onsite-item-personal = Each account is used by its holder alone
onsite-item-password = Passwords were changed every three months
onsite-item-monthly = Twelve months of records, audits and readings are complete
onsite-item-minimal = Items fit the work and are the least needed
onsite-item-rules = The agency has made its rules of use
onsite-item-anomalies = Anomalies were looked into at once and reported to the head
onsite-item-copies = Printouts and copies are kept safe
onsite-item-filed = Printouts are filed with their cases
onsite-item-destroyed = What is past its retention has been destroyed

button-onsite = Audits
button-onsite-open = { $agency }
button-onsite-audit = { $number }
button-onsite-plan = Plan a day
button-onsite-move = Move
button-onsite-begin = Begin the checklist
button-onsite-go-on = Go on with the checklist
button-onsite-adhoc = Ad-hoc audit
button-onsite-rules = Rules of use
button-onsite-keep-rules = Enter the rules of use
button-onsite-bureau = By the Bureau: { $agency }
button-onsite-mark-yes = In order
button-onsite-mark-no = Not in order
button-onsite-mark-none = Does not apply
button-onsite-record = Record the result
button-onsite-propose = Reward or punishment
button-onsite-council = Municipal meeting
button-onsite-edit = { $number }
button-onsite-fixed = No. { $number } is corrected
button-onsite-accept = Accept no. { $number }
button-onsite-return = Return no. { $number }

ask-onsite-day = On which day is the on-site audit? Tap or type an office day.
ask-onsite-agency = Which agency is audited?
ask-onsite-note = What is not in order? In a few words, without personal data.
example-onsite-note = two queries of September are missing in the register
ask-onsite-deadline = By which day has it to be corrected? Tap or type an office day.
ask-onsite-proposal = Which reward or punishment do you propose?
example-onsite-proposal = a commendation for careful administration
ask-onsite-document = Which official document tells of the correction?
example-onsite-document = 府交字第1150084422號
ask-onsite-why = Why is it returned? The agency reads it.
example-onsite-why = please name the document that corrects September's register
ask-onsite-rules = By which official document were your agency's rules of use issued?
ask-onsite-rules_on = On which day were they issued?
example-onsite-rules = 府交字第1150012345號

onsite-planned = The on-site audit of { $agency } is planned for { $day }; the agency has been told.{ $late }
onsite-planned-late = {" "}That is after { $due }, when it is due; reminders go on.
onsite-told-planned = 🏢 { $authority } comes for an on-site audit{ $business } on { $day } (point 8(2)2).{ $old }
onsite-told-instead = {" "}(instead of { $day })
onsite-told-recorded = 🏢 { $authority } has recorded the audit { $number }: { $count } to be corrected.
onsite-told-copy = 🏢 Copy: { $authority } has recorded the audit { $number } of { $agency }, { $count } to be corrected (point 9).
onsite-recorded = { $number } ({ $agency }) is recorded, { $count } to be corrected; the agency has been told.
onsite-unchanged = Cancelled, nothing has changed.
correction-reported = { $subject } is reported as corrected and waits for the auditor.
correction-accepted = { $subject } is accepted.
correction-returned = { $subject } is returned; the agency is reminded further.
correction-told-reported = 🏢 { $agency } reports { $subject } as corrected ({ $document }); please check.
correction-told-accepted = 🏢 { $who } has accepted { $subject }.
correction-told-returned = 🏢 { $who } has returned { $subject }: “{ $why }”. Please correct and report again.

onsite-nothing = Your role has no part in audits. Please ask your agency's administrator.
onsite-not-yours = Audits are carried out by the authority's reviewers; ad-hoc ones by the Information Center too.
onsite-own-account = A self-audit is carried out by a reviewer without an account. You have one: please leave it to another reviewer.
onsite-done = The result was recorded on { $day } and cannot be changed.
onsite-incomplete = Line { $number } is not answered yet.
onsite-deadline-passed = The deadline of line { $number }, { $day }, has passed. Please answer the line again with another one.
onsite-proposes-not = Reward, punishment and the municipal meeting belong to the yearly on-site audit alone (point 8(2)2 and third paragraph).
onsite-held = The audit of { $day } has begun and cannot be moved. Please go on with the checklist and record it.
onsite-holiday = { $day } is a holiday ({ $why }). Please choose an office day.
onsite-weekend = { $day } is no office day{ $why }. Please choose another.
onsite-too-far = { $day } is too far away. Please choose a day within a year.
correction-settled = This cannot be done now. See /onsite for the present state.
correction-not-yours = The administrators or the head of the audited agency do this.
correction-own = You reported this correction or answer for the audited agency; please let another reviewer check it.

remind-correction-before = 🏢 Please correct { $subject } (“{ $item }”) and report it by { $due }; { some-days } left (point 8(2)2).
remind-correction-today = 🏢 The correction { $subject } (“{ $item }”) is due today ({ $due }); please report it today (point 8(2)2).
remind-correction-overdue = 🏢 The correction { $subject } (“{ $item }”) was due on { $due }, { some-days } ago; please report it soon (point 8(2)2).
remind-correction-above = 🏢 The correction { $subject } (“{ $item }”) was due on { $due } and is not reported.
remind-correction-many = 🏢 { $count ->
        [one] 1 correction not reported
       *[other] { $count } corrections not reported
    }: { $names }.
why-correction = The audit's finding { $subject } has to be corrected by { $due }.
why-correction-above = The audit's finding { $subject } was to be corrected by { $due } and is not reported.

agenda-correction = Correction after an audit
rehearsal-correction = Corrections after audits

button-onsite-print = Print the checklist
checklist-title-yearly = Checklist of the on-site audit
checklist-title-adhoc = Checklist of the ad-hoc audit
checklist-title-bureau = Checklist of the ad-hoc audit
checklist-number = Number
checklist-day = Held on
checklist-agency = Audited agency
checklist-authority = Audited by
checklist-by = Recorded by
checklist-rules = The agency's rules of use
checklist-head-number = No.
checklist-head-item = Line
checklist-head-clause = Point
checklist-head-mark = Result
checklist-head-note = Note
checklist-head-due = Correct by
checklist-head-again = Checked again
checklist-stage-open = open
checklist-stage-reported = reported { $document }
checklist-stage-accepted = accepted { $document }
checklist-proposal = Reward or punishment proposed
checklist-council = To the municipal meeting
checklist-stamp-auditor = Auditor
checklist-stamp-audited = Audited staff
checklist-stamp-head = Head of the authority

usage-rules-shown = { $document } ({ $day })
usage-rules-undated = { $document } (date not recorded)
usage-rules-none = not recorded
usage-rules-before = Before: { $rules }
usage-rules-hint = Point 4(3)2: a using agency makes rules of use. The on-site audit asks for number and date; enter them again when they are renewed, the old ones are kept.
usage-rules-please = Your agency's rules of use (point 4(3)2) are not recorded. The on-site audit asks for them: please enter number and date.
usage-rules-kept = The rules of use are recorded: { $rules }.
usage-rules-not-yours = Your agency's administrator or head records the rules of use.
