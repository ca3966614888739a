# Signatures on paper

decide-paper = please record the signature
button-paper = Record paper signature
button-record = Record

paper-title = Paper signature　<b>{ $number }</b>
ask-paper-verdict = What did the head decide on paper? Record it as it stands there.
ask-paper-holder = Which head signed this paper?
ask-paper-capacity = Did { $holder } sign in person, or did somebody sign for the head?
ask-paper-signer = Who signed for { $holder } ({ $capacity })? Tap a name or type the staff number.
ask-paper-reason = What reason does the paper give? The applicant reads it; no personal data of citizens.
ask-paper-document = What is the document number of this paper?
ask-paper-signed-on = On which day was it signed? Tap or type a date.
ask-paper-confirm = Once recorded this cannot be changed. Compare it with the paper, then tap “Record”.
example-document = 府交字第1150084422號
paper-summary = Decision: { $verdict }
    Signed by: { $signer }{ $capacity }
    Document: { $document }
    Signed on: { $day }
paper-summary-reason = Reason: “{ $reason }”
paper-recorded = The paper signature of { $number } is recorded: { $verdict }.
paper-not-recorded = Cancelled. Nothing was recorded.

way-paper = 　(paper { $document }, recorded by { $recorder })
way-paper-signed = 　(paper { $document }, signed { $day }, recorded by { $recorder })
way-recorder-too = 　(also recorded the paper; there is no other reviewer)
verdict-on-paper = { $verdict } (paper { $document })

answer-not-a-document = That is no document number. Please type it in full (issuing word, 8 to 12 digits), for example 府交字第1150084422號.
paper-not-yours = The paper signature of { $number } is not yours to record: a head who is linked decides here; otherwise the agency's administrator records it, and a reviewer in the administrator's own case.
paper-holder-gone = { $name } no longer holds this seat. Please tap “Cancel” and begin again.
paper-signer-is-party = { $name } is a party to this case and cannot sign it. Please check the paper; if it is so, ask for a deputy's signature.
paper-signed-before-returned = This request was returned on { $since }; once mended it cannot have been signed on { $day }. Please check the paper and type the date again.
paper-signed-before-year = { $day } is more than a year before the form was put in. Please check the year on the paper and type the date again.
paper-signed-before-sent = This request was sent on { $since }; it cannot have been signed on { $day }. Please check the paper and type the date again.
paper-recorded-by-you = You recorded the head's signature of { $number }, so another reviewer has to review it.

# A colleague's form from paper

button-enter-paper = Enter a colleague's paper form
ask-enter-who = Whose paper form is it? Tap a name or type the staff number (officers of your agency who are not linked).
ask-enter-nobody = All officers of your agency are linked; they apply by /apply themselves.
ask-enter-kind = Which request is on the paper of { $who }?
ask-enter-document = What is the document number of this form of { $who }?
form-title-paper = <b>{ $kind }</b>, question { $number }
    Paper form of { $name } ({ $document }); please answer as it stands there.
preview-paper = On paper by { $who }, document { $document }
entering-oneself = Your own request goes by /apply directly, not from paper.
entering-elsewhere = { $name } is not of your agency; the administrator there enters the form.
entering-no-seat = You are not the administrator of your agency now, so no paper form of others is yours to enter. Please ask the present one.
entering-left = { $name } has not been in post since { $day }, so no request can be entered.
entering-no-officer = { $name } is not an officer and cannot make this request. If the roster is wrong, please ask the Information Center.
entering-linked = { $name } is linked and applies by /apply in person.
account-needed-first-of = { $name } has no account of the query system. Please enter the request for an account first; items can be chosen with it.
account-suspended-of = The account of { $name } has been suspended since { $day }; no items can be asked for. Please enter the request for reinstatement first.
case-under-way-of = { $name } has a request of this kind under way, { $number }. Please wait until it is closed, or withdraw it first.
