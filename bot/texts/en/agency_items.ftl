# Items of an agency (annex 3) and what follows from them

kind-agency_items = Items of the agency (annex 3)

decide-send = is to be sent to the Bureau
decide-bureau = waits for the Bureau's answer to be recorded
step-send = Sending to the Bureau
step-bureau = Recording the Bureau's answer
self-review = { $step } (self-review)

verdict-by_item = reviewed item by item
verdict-sent = sent to the Bureau
verdict-answer = answer recorded
button-by_item = Review item by item
button-sent = Sent to the Bureau
button-answer = Record the answer
button-again = Ask again for what was refused
toast-by_item = { $number } reviewed item by item
toast-sent = { $number } sent to the Bureau
toast-answer = { $number }: answer recorded
told-by_item = Your case { $number } was reviewed item by item by { $who }; what was agreed to goes on:
told-sent = Your case { $number } was sent to the Bureau by { $who } and can no longer be withdrawn.
told-answer = Your case { $number }: { $who } has recorded the Bureau's answer:

about-item = <b>{ $item }</b>
item-place = Item { $number } of { $count }
item-first = { $count } in all; first <b>{ $item }</b>:
item-reason = { $item }: { $reason }
item-reasons = { $reasons }
item-part = · { $item }: granted to the agency in part only ({ $part })
field-of-item = { $item } { $field }
answer-line-of-item = {"  "}· { $field }: { $answer }
sheet-title = <b>{ $number }</b> { $step }

field-items_requested = Items to add
field-items_dropped = Items to give up
field-same = Basis and reasons
field-law = Law
field-article = Article
field-provision = Wording
field-document_no = Document number
field-purpose = Purpose
field-minimal_need = Why no less will do
field-monthly_count = Queries a month, estimated
field-review = Review
field-review_reason = Why not
field-sent_no = Number of the letter to the Bureau
field-bureau = The Bureau's answer
field-bureau_part = What was granted
field-bureau_no = Number of the Bureau's letter
field-bureau_on = Date of the Bureau's letter

option-change-increase = More
option-change-decrease = Fewer
option-same-rest = The same for all the rest
option-same-same = The same as before
option-same-own = Different
option-review-agree = Agree
option-review-disagree = Disagree
option-review_reason-no_legal_basis = No legal basis
option-review_reason-no_need = No need for the business
option-review_reason-beyond_purpose = Beyond the specific purpose of the business
option-review_reason-too_much = More than is needed
option-bureau-granted = Granted in full
option-bureau-partly = Granted in part
option-bureau-refused = Refused

ask-items_requested = Tap the query items that the agency needs (several are possible, as few as will do), then “That is all”.
ask-items_requested-none = The catalogue has no further items. Please tap “Skip”.
ask-items_dropped = Tap the query items to give up, then “That is all”.
ask-items_dropped-none = There are no items to give up. Please tap “Skip”.
ask-same = Has this item the same legal basis and reasons as the one before?
ask-law = Which law authorises it?
ask-article = Which article, paragraph, subparagraph?
ask-provision = Please paste the wording of the provision (as text; no files).
ask-document_no = What is the number of the document with the provisions?
ask-purpose = For which purpose will you query?
ask-minimal_need = Why is this the least that serves the purpose?
ask-monthly_count = How many queries a month do you expect?
ask-review = Do you agree to this item?
ask-review_reason = Choose or type why not. The applicant will see it.
ask-sent_no = What is the number of the letter to the Bureau?
ask-bureau = What has the Bureau answered about this item?
ask-bureau_part = Which part has the Bureau granted?
ask-bureau_no = What is the number of the Bureau's letter?
ask-bureau_on = What is the date of the Bureau's letter?

example-law = Public Assistance Act
example-article = Art. 44-3 (1)
example-provision = The authority may ask other agencies for the data that it needs to carry out this Act.
example-document_no = 府社助字第1150012345號
example-purpose = Review of low-income eligibility
example-minimal_need = Present coverage only, no history
example-monthly_count = 30
example-review_reason = The basis does not fit the business
example-sent_no = 府資安字第1150067890號
example-bureau_part = Present coverage only
example-bureau_no = 保資字第1150098765號

answer-document-of-the-future = The year { $year } at its beginning is still to come. Please check the number.
answer-document-is-a-mobile = The digits read as a mobile number, so the message was refused and deleted. Please give the number on the document; its digits begin with the year of issue ({ $year }, for example).
nothing-to-choose = There is nothing to choose for “{ $field }” at present, so nothing can be asked for.
sent-already = { $number } has been sent to the Bureau and can no longer be withdrawn; what is not needed can be given up later with “Fewer”.
nothing-refused = Nothing in { $number } was refused, so there is nothing to ask for again.

vacant-title = 🪑 On the way of case { $number } there are seats with nobody to act:
vacant-nobody = · { $step }: nobody is { $seat }
vacant-unlinked = · { $step }: { $seat } is not linked yet
vacant-what-to-do = The case will wait there. Please complete the roster, or send an invitation.
seat-of = { $agency } { $seat }

task-title = 🗂 To do: take back query rights ({ $number })
task-what = { $who }: { $items }
task-how = The agency has given up these items. Please remove them in the query system, tap “Done”, and record day and note.
task-done = ✔ Seen to by { $who }, removed on { $day }: { $note }
task-line = · Take back from { $who }: { $items } ({ $number })
task-toast = Recorded. The rights of { $who } have ended.
task-stop = Your agency no longer has these query items. Please stop using them now; your administrator will take them back: { $items }
task-taken-back = { $who } has taken back these query rights from you on { $day }: { $items }
task-given-up = Dropped. Nothing has changed.
task-done-already = { $who } has seen to this already.
removed-before-granted = { $day } lies before { $since }, the day the item was granted. Please check and type it again.
task-of-others = To be seen to by the agency's administrator, or a deputy.
remind-task-before = 🗂 The query rights of { $name } that have no basis any more ({ $period }) are to be taken back by { $due }, { some-days } from now.
remind-task-today = 🗂 The query rights of { $name } that have no basis any more ({ $period }) are to be taken back today ({ $due }).
remind-task-overdue = 🗂 The query rights of { $name } that have no basis any more ({ $period }) were to be taken back by { $due }, { some-days } ago.
remind-task-above = 🗂 The query rights of { $name } that have no basis any more ({ $period }) were to be taken back by { $due }; the administrator has not done so yet.
remind-task-many = 🗂 Query rights without a basis that the administrator has not taken back from { $count ->
        [one] 1 person
       *[other] { $count } people
    }: { $names }.
why-task = The agency has given up items ({ $period }): the rights of { $subject } are to be taken back by { $due }.
why-task-above = The agency has given up items ({ $period }): the rights of { $subject } were to be taken back by { $due } and are still there.
agenda-task = Query rights to take back
rehearsal-task = Query rights to take back
button-task = Take back from { $number }
button-show-task = Take back from { $who }
field-removed_on = Removed on
field-removal_note = Note
ask-removed_on = On which day were the rights removed in the query system?
ask-removal_note = Choose or type a note for the auditors.
example-removal_note = Removed in the system; a printout is on file
option-removal_note-in_system = Removed in the query system
option-removal_note-on_paper = Removed; the record is on paper
