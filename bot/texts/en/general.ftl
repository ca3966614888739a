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
    · /apply asks one question after the other; before you send, you see who will have to act and by which clause.
    · /mine tells at any time who holds your case.
    · What waits for your decision arrives here by itself; tap a button.
    · /why shows the clause behind a question or a step.
    · Please enter no citizens' personal data; files are not taken.
privacy = <b>Privacy and security</b>
    · Only requests, decisions and deadlines are recorded here, never citizens' personal data; identity numbers and the like are refused and deleted.
    · No files, no passwords: only the day of a password change.
    · Records are kept 5 years by default for audits; they are only ever added to.
language-changed = The language is now English.
why-question = The clause behind this question:
why-step = { $number } is at “{ $step }”, for the { $seat }: { $who }. The clause:
why-nothing = This service carries out these directions:
clause = <b>{ $label }</b> { $text }
turn-parked = We are sorry: what you sent at { $at } could not be carried out because of a fault of ours, and nothing was changed. It is kept, the operators see it, and you will have an answer once it is mended. Everything else works as usual.
outage = This service was down from { $since } to { $until }, for more than a day. What you sent or tapped meanwhile may not have arrived; please look at /mine and send it again if need be. We apologise.
