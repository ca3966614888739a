# Questions and answers

ask-kind = <b>Which request do you want to file?</b>
ask-resume = You have an unsent “{ $kind }”. Continue, or start over?
ask-edit = Which answer do you want to change?
ask-language = Please choose a language.
form-title = <b>{ $kind }</b> · question { $number }

ask-change = Which change do you need?
ask-egov_ready = Have you applied for an e-government account? (needed first for a new or reinstated account)
ask-egov_on = On which day did you apply for the e-government account?
ask-certificate_ready = Have you uploaded your Citizen Digital Certificate? (needed first for a new or reinstated account)
ask-certificate_on = On which day did you upload the Citizen Digital Certificate?
ask-items = Tap the query items that your business needs (several are possible, as few as will do), then “That is all”.
ask-subject = For which administrator is this account?
ask-entrusted_business = Which business is this about? Entrusted business is reviewed by the authority that entrusts it, the office's own work by the Dept. of Labor.
ask-handover = Who was the administrator before, and how was the work handed over? If there was none, tap “Skip”.
example-handover = Mr Wang was transferred and handed over on 20 Nov
ask-items-none = Your agency has no granted query items yet. Please tap “Skip”; once there are some you can ask for them.
ask-business = Which business do you handle?
ask-items_removed = Tap the query items to be removed, then “That is all”.
ask-items_removed-none = You hold no query items. Please tap “Skip”.
ask-legal_basis = On which legal basis will you query? Please give article and paragraph.
ask-what_changes = What is to be changed?
ask-effective_on = From which day on?
ask-reason = Why do you need it? Please say how it serves the business, without citizens' personal data.
ask-speed = Please choose the priority.

example = Example: { $text }
example-business = Low-income eligibility review
example-legal_basis = Public Assistance Act, Art. 44-3 (1)
example-what_changes = Moved to labour relations, now section chief
example-reason = Business was divided anew within the section
example-reason-return = Please add article and paragraph of the legal basis
example-reason-reject = The business went to another section; no need to query

ask-reason-return = Choose or type why { $number } is <b>returned</b>; the applicant will see it. Your answer returns it at once.
ask-reason-reject = Choose or type why { $number } is <b>rejected</b>; the applicant will see it. Your answer rejects it at once and for good.
reason-given-up = Dropped. The case is unchanged.

you-chose = ✔ { $choice }
answer-line = · { $field }: { $answer }
known-egov = · e-government account: { $account } { $day }
known-certificate = · Citizen Digital Certificate uploaded on: { $day }
preview-title = <b>Please check, then send</b>
    { $kind } | { $agency }
preview-title-again = <b>{ $number } corrected; please check, then send again</b>
    Returned because: “{ $reason }”
    { $kind } | { $agency }
chain-title = <b>Who has to act</b>
chain-line = { $number }. { $step }: { $who } (point { $clause })

case-filed = Sent. The case number is <b>{ $number }</b>; it is now with the { $seat }. /mine shows its progress at any time.
form-cancelled = Cancelled; nothing was sent. “Restore” brings your answers back today, unless you begin another form.
nothing-begun = Cancelled; nothing was sent. Use /apply when you need it.
form-restored = Restored; please go on.
put-aside = What you were filling in is kept; after this question the form goes on.
back-to-aside = Back to your question:
still-open = ▸ Your question above is still open: { $question }
question-answered = This question has been answered already
question-needless = This is known by now and need not be filled in. On to the next:
question-gone = The question needs no answer any more; the case has moved on.
please-wait = Working on it, the answer follows

answer-empty = This question needs an answer. Please type one.
answer-too-long = That is { $length } characters; please shorten it to { $limit } and send it again.
answer-not-a-choice = This choice is not possible now. Please tap one of the buttons under the message.
answer-none-chosen = Please tap at least one, then “That is all”.
answer-not-a-date = I cannot read this date. Please type year, month and day, such as 115.11.23, 1151123 or 2026-11-23.
answer-date-without-year = The year is missing. Please type the whole date, for example { $example }.
answer-no-such-day = There is no such day. Please check year, month, day and weekday and type it again, for example { $example }.
answer-date-in-future = { $day } is still to come. Please enter today or an earlier day.
answer-date-in-past = { $day } is over. Please enter today or a later day.
answer-not-a-number = Please type digits only, for example 12.
tap-the-buttons = Please answer this question with its buttons.
form-incomplete = “{ $field }” is not filled in yet. Please add it with “Edit”.
choice-gone = What you chose for “{ $field }” is no longer possible. Please choose again with “Edit”.
gate = By point { $clause }, a new account needs an e-government account and the Citizen Digital Certificate uploaded (the same for reinstatement). Missing: { $missing }. Please see to it at My e-Gov, then continue with /apply and update the answer with “Edit”; everything is kept.
gate-egov = the e-government account
gate-certificate = the upload of the certificate
draft-in-the-way = You have an unsent request. Please send or cancel it with /apply before you correct this case.
question-unreadable = After an update this question cannot go on. Please begin anew: /apply for a request, /menu for the rest.
draft-unreadable = The form you were filling in cannot be read and was given up; nothing was sent. Please fill it in anew with /apply.
