# Told to the applicant at the end: what has changed, and what to do now

changed-opened = ・The account is open and can be used.
changed-no-items = ・It has no query items yet; once your agency has some, ask for them with /apply, “Query items (annex 2)”.
changed-duty-officer = ・Please send the record of { $month } with /record by { $due }, and so every month, also when nothing was queried (point 4(5)3).
changed-duty-administrator = ・Please audit the use of { $month } with /audit and report it by { $due }, and so every month (point 8(1)1).
changed-altered = ・The account was changed as asked for: { $what }
changed-closed-officer = ・The account is closed, and its query items with it. The record of { $month } is still due by { $due } with /record (point 4(5)3).
changed-closed-administrator = ・The administrator's account is closed.
changed-granted = ・Query items granted, ready to be used: { $items }
changed-removed = ・Query items removed: { $items }
changed-password = ・The three months of your e-government password count from { $since }: please change it by { $due } (point 7) and record the day with /password.
changed-agency-granted = ・Your agency can now use: { $items }
changed-in-part = { $item } (granted in part: { $part })
changed-agency-refused = ・Not granted: { $items }
changed-agency-next = ・From today officers can ask for these with /apply, “Query items (annex 2)”; you grant them once the head has signed.
changed-agency-removed = ・Your agency no longer has: { $items }
changed-agency-kept = ・Other work of your agency still uses these, and its officers keep them: { $items }
changed-agency-tasks = ・{ $count ->
        [one] 1 officer still holds what has ended: please take it back with /desk and record the day.
       *[other] { $count } officers still hold what has ended: please take it back from each with /desk and record the day.
    }
changed-agency-no-tasks = ・No officer holds any of it, so nothing more is to be done.
