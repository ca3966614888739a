# The account review (points 4(3)1 and 8(1)2)

review-title = 🗂️ <b>Account review { $period }</b>　{ $agency }
    due { $due }　confirmed { $done } of { $all }
review-line-open = ・{ $flag }{ $who } ({ $kind }) { $marks }
review-line-fine = ✔ { $who } ({ $kind })
review-line-found = ❗ { $who } ({ $kind }): { $finding }
review-flag = ⚠️{" "}
review-tick = ✔{" "}
review-button = { $done }{ $name } ({ $kind })
review-button-suspect = ⚠️ { $name } ({ $kind })
review-others = To be confirmed by the head or the authorised person (or another): { $names }
review-done = ✔ The review was finished on { $day }.
review-unknown = unknown
review-no-items = none

review-account = <b>{ $who }</b> ({ $kind } account)
    ・opened: { $opened }
    ・items: { $items }
    ・password changed: { $changed }, due { $due }
    ・certificate until: { $certificate }
    ・last three months: { $months } reported, queries: { $queries }
review-mark = ⚠️ { $mark }
review-questions = Please confirm: 1. still in post 2. still needed 3. items fit the work 4. use legitimate 5. printouts and copies kept safe.

review-suspicion-left = has left
review-suspicion-suspended = suspended
review-suspicion-unused = no query for three months
review-suspicion-password = password overdue
review-suspicion-certificate = certificate expired

button-review = Review
button-review-open = Account review { $period }
button-review-all = All others unchanged
button-review-finish = Finish the review
button-review-fine = All five in order
button-review-left = Has left
button-review-not_needed = No longer needed
button-review-items = Items do not fit
button-review-use = Use is doubtful
button-review-copies = Printouts not kept safe

review-finding-fine = all five in order
review-finding-left = has left
review-finding-not_needed = no longer needed
review-finding-items = items do not fit
review-finding-use = use is doubtful
review-finding-copies = printouts not kept safe

review-noted = { $count ->
        [one] 1 account noted
       *[other] { $count } accounts noted
    }
review-propose = { $who }: { $what }; noted in the review.
review-next-left = Please have the Information Center enter the leaving day in the roster: the account stops at once, and the handover card begins its deletion.
review-next-not_needed = Please have the holder ask for the deletion with /apply (annex 2; annex 1 for an administrator), or see to it from a paper form.
review-next-items = Please have the holder remove or exchange query items with /apply (annex 2).
review-next-use = Please find out at once, report to the head, and say in this month's audit what was done (point 4(4)5).
review-next-copies = Please have the printouts filed with the case or destroyed at once (points 4(5)1 and 10), and say so in the audit.
review-finished = The account review of { $period } is finished, thank you.

review-look-first = These accounts have to be opened and answered first: { $names }. Then tap again.
review-own = Nobody confirms their own account: the head, the authorised person or the administrator does.
review-not-yours = The account of { $name } is confirmed by the head or the authorised person.
review-not-your-agency = An agency's administrators, head and authorised person carry out its account review.
review-already-done = This review was finished on { $day } and cannot be changed.
