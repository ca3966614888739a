# General

stranger = Hello. This service is for invited staff only. Please ask your agency's administrator for an invitation link.
nothing-asked = No question is waiting for you. To file a request use /apply; for everything else /menu.
nothing-to-cancel = There is no question to drop.
button-unknown = This button is no longer valid or was not meant for you. See /mine or /desk for the present state.
nobody-answered = I cannot make sense of this. /menu shows what you can use.
edit-refused = Editing a sent message has no effect. Please type a new one.
file-refused = Only text is taken here: no files, pictures, videos, voices, stickers, contacts or locations. Send documents through the document system.
forward-refused = Forwarded messages are not taken. Please type it yourself.
private-only = This service works in private chats only.
chat-blocked = Messages to { $name }, { $title } cannot be delivered at present (the chat may be blocked). Please remind them.

menu-title = Hello, you can use:
menu-line = /{ $command } { $does }
help = <b>How it works</b>
help-officer = · <b>Officer</b>: /apply files a request and shows, before you send, who has to act and by which clause; /record sends in last month's record by the 10th, also when there was no query.
help-administrator = · <b>Administrator</b>: cases arrive here, /desk lists them, /board shows how everything stands and what is late; /audit checks last month's use and reports it by the 10th; /people shows accounts, password dates and suspends, /invite invites colleagues; /evidence hands out the agency's evidence for an audit; /apply also enters a colleague's paper form.
help-head = · <b>Head</b>: cases arrive here with Approve, Return and Reject, /desk lists them, /board shows how everything stands and what is late; /deputy names who stands in for you.
help-authorised = · <b>Authorised person</b>: audit reports arrive here for your reading, /audit shows them; /deputy names who stands in for you.
help-reviewer = · <b>Reviewer</b>: cases arrive here, /desk lists them, /board shows how everything stands and what is late; /onsite plans and records on-site audits, /evidence hands out the evidence; /deputy names who stands in for you.
help-operator = · <b>Information Center</b>: cases arrive here, /desk lists them, /board shows how everything stands and what is late; /people and /invite cover the staff of every agency, /calendar records days off and on, /evidence hands out the evidence.
help-everybody = · /mine: who holds your case; /calendar: your dates; /why: the clause behind a question or a step; /cancel drops the present question.
    · Please enter no citizens' personal data; files are not taken.
privacy = <b>Privacy and security</b>
    · <b>Citizens</b>: no personal data is carried. Identity numbers and the like are refused and deleted; no files are taken, no password is asked.
    · <b>Staff</b>: kept are name, title, agency, seats, staff number, name of the e-government account, dates of the certificate and of password changes, Telegram id, and what you file and decide, with its date and time.
    · <b>Why</b>: accounts and query items, their review and audit, and reminders of deadlines (points 4 to 9 of the directions).
    · <b>How long</b>: 5 years by default, then destroyed with a record of it; the audit trail is only ever added to. Who leaves is unlinked at once.
    · <b>To see or correct it</b>: please ask your agency's administrator or the Information Center.
    · Messages travel through Telegram: please type nothing confidential.
language-changed = The language is now English.
why-question = The clause behind this question:
why-step = { $number } is at “{ $step }”, for the { $seat }: { $who }. The clause:
why-nothing = This service carries out these directions:
clause = <b>{ $label }</b> { $text }
turn-parked = We are sorry: what you sent at { $at } could not be carried out because of a fault of ours, and nothing was changed. It is kept, the operators see it, and you will have an answer once it is mended. Everything else works as usual.
outage = This service was down from { $since } to { $until }, for more than a day. What you sent or tapped meanwhile may not have arrived; please look at /mine and send it again if need be. We apologise.
