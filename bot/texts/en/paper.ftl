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
paper-signed-too-early = This request was sent on { $since }; it cannot have been signed on { $day }. Please check the paper and type the date again.
paper-recorded-by-you = You recorded the head's signature of { $number }, so another reviewer has to review it.
