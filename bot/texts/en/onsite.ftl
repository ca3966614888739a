# On-site and ad-hoc audits (points 4(2)3, 4(3)2, 8 and 9)

command-onsite = on-site audits
onsite-title = 🏢 <b>On-site audits</b>　{ $done } of { $all } done this year
onsite-title-own = 🏢 <b>Audits</b>
onsite-none = There are no audits yet.
onsite-line-done = ✔ { $agency }{ $own }　{ $period } done on { $day }
onsite-line-planned = 📅 { $agency }{ $own }　planned for { $day }
onsite-line-open = ・{ $agency }{ $own }　{ $period } not planned yet, due { $day }
onsite-line-late = ❗ { $agency }{ $own }　{ $period } overdue, due { $day }
onsite-self = {" "}(self-audit)
onsite-audit-open = ✏️ { $number }　{ $sort }　{ $agency }　being filled
onsite-audit-left = ❗ { $number }　{ $sort }　{ $agency }　{ $count } to be corrected or checked
onsite-audit-closed = ✔ { $number }　{ $sort }　{ $agency }　closed
onsite-sort-yearly = on-site audit
onsite-sort-adhoc = ad-hoc audit
onsite-sort-bureau = ad-hoc audit by the Bureau
onsite-bureau = the Bureau of Labor Insurance
onsite-coming = 📅 { $authority } comes for an on-site audit on { $day }. Please have the register, the monthly records and the readings at hand.
onsite-rules = The agency's rules of use (point 4(3)2): { $document }
onsite-rules-none = no document number yet
onsite-duty-hint = Point 8(2)2: at least one on-site audit a year. Plan a day, or begin the checklist at once.
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
button-onsite-rules = Enter the rules' document number
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
example-onsite-rules = 府交字第1150012345號

onsite-planned = The on-site audit of { $agency } is planned for { $day }; the agency has been told.
onsite-told-planned = 🏢 { $authority } comes for an on-site audit on { $day } (point 8(2)2).{ $old }
onsite-told-instead = {" "}(instead of { $day })
onsite-told-recorded = 🏢 { $authority } has recorded the audit { $number }: { $count } to be corrected.
onsite-told-copy = 🏢 Copy: { $authority } has recorded the audit { $number } of { $agency }, { $count } to be corrected (point 9).
onsite-recorded = { $number } ({ $agency }) is recorded, { $count } to be corrected; the agency has been told.
onsite-see = See /onsite.
onsite-rules-kept = The rules of use are recorded: { $document }.
onsite-unchanged = Cancelled, nothing has changed.
correction-reported = { $subject } is reported as corrected and waits for the auditor.
correction-accepted = { $subject } is accepted.
correction-returned = { $subject } is returned; the agency is reminded further.
correction-told-reported = 🏢 { $agency } reports { $subject } as corrected ({ $document }); please check.
correction-told-accepted = 🏢 { $who } has accepted { $subject }.
correction-told-returned = 🏢 { $who } has returned { $subject }: "{ $why }". Please correct and report again.

onsite-nothing = Your role has no part in audits. Please ask your agency's administrator.
onsite-not-yours = Audits are carried out by the authority's reviewers; ad-hoc ones by the Information Center too.
onsite-own-account = A self-audit is carried out by a reviewer without an account. You have one: please leave it to another reviewer.
onsite-done = The result was recorded on { $day } and cannot be changed.
onsite-incomplete = Line { $number } is not answered yet.
onsite-holiday = { $day } is a holiday ({ $why }). Please choose an office day.
onsite-weekend = { $day } is no office day{ $why }. Please choose another.
onsite-too-far = { $day } is too far away. Please choose a day within a year.
correction-settled = This cannot be done now. See /onsite for the present state.
correction-not-yours = The administrators or the head of the audited agency do this.

remind-correction-before = 🏢 Please correct { $subject } and report it by { $due }, { $days } days left.
remind-correction-today = 🏢 The correction { $subject } is due today ({ $due }); please report it.
remind-correction-overdue = 🏢 The correction { $subject } was due on { $due }, { $days } days ago; please report it soon.
remind-correction-above = 🏢 The correction { $subject } was due on { $due } and is not reported.
remind-correction-many = 🏢 { $count } corrections not reported: { $names }.
why-correction = The audit's finding { $subject } has to be corrected by { $due }.
why-correction-above = The audit's finding { $subject } was to be corrected by { $due } and is not reported.

agenda-correction = Correction after an audit
rehearsal-correction = Corrections after audits
