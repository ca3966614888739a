# The monthly record of use

command-record = Send in the monthly record

record-title = <b>Record of use for { $period }</b> (due { $due })
record-title-of = <b>Record of use for { $period }</b>: { $name } (due { $due })
record-confirm = <b>Please check, then send</b>
record-nil = <b>No use</b> this month (0 queries, 0 registered)
record-uncovered = ⚠️ { $count ->
        [one] 1 query is counted neither under a legal basis nor under consent; the audit will look at it
       *[other] { $count } queries are counted neither under a legal basis nor under consent; the audit will look at them
    } (point 4(5)2).
record-will-be-late = ⚠️ It was due on { $due } and will be marked late.

ask-record-month = Which record do you want to send or correct?
ask-record-document = You are entering a paper record. What is its document number?
ask-record-queries = How many queries does the system show? If none, tap No use. The count only, never whom you looked up.
ask-record-registered = How many entries does the register have?
ask-record-difference = The system shows { $queries }, the register { $registered }. What is the reason for the difference?
ask-record-with_basis = Queries: { $queries }. How many of them rest on a legal basis?
ask-record-with_consent = Of the others, how many rest on the person's signed consent?
ask-record-pages = How many pages were printed and filed?
ask-record-kept_at = What is the document number of the full record, or where is it kept?

example-record-document = 府社助字第1150012345號
example-record-queries = 12
example-record-difference = One entry was forgotten and has been added
example-record-pages = 3
example-record-kept_at = 府社助字第1150012345號

field-record-document = Paper's number
field-record-queries = Queries in the system
field-record-registered = Entries in the register
field-record-difference = Reason of the difference
field-record-with_basis = With a legal basis
field-record-with_consent = With consent
field-record-pages = Pages printed and filed
field-record-kept_at = Full record

option-difference-unregistered = Not registered, added since
option-difference-repeated = Repeated query, registered once
option-difference-across_months = Registered in another month

button-nil = No use
button-fill = Fill in { $whose }{ $period }
button-record-again = Correct { $whose }{ $period }
button-record-of = From paper: { $whose }{ $period }
button-record-other = Another month
button-record-correct = Correct
button-record-same = Same as the system ({ $count })
button-record-all = All ({ $count })
button-record-zero = 0
button-record-no-pages = Nothing printed
button-record-same-place = As last time: { $place }

record-receipt = ✅ Received: record of use for { $period }, { $name }
    Number <b>{ $number }</b>, { $at }
record-corrected = ✅ Corrected: record of use for { $period }, { $name }
    Number <b>{ $number }</b> (version { $version }), { $at }
record-late = ⚠️ Sent late (due { $due }).
record-entered-for-you = The administrator { $who } has entered your record of use for { $period } from paper { $document }; number { $number }.
record-not-sent = Cancelled; nothing was sent. Use /record when you need it.
record-none = You owe no record of use at present.
record-not-yours = The record of { $name } is entered by that person, by who took over, or from paper by the agency's administrator.
record-came-in = The record of this month came in at { $at } ({ $number }); yours was not sent. Use /record to correct it.
record-too-many = This can be { $limit } at most; you entered { $count }. Please check and enter it again.
