# Rehearsals

rehearsal-title = Rehearsal of { $first } to { $last }: { $count ->
        [one] 1 message
       *[other] { $count } messages
    }
rehearsal-role = { $role } ({ $people ->
        [one] 1 person
       *[other] { $people } people
    }): { $count ->
        [one] 1 message
       *[other] { $count } messages
    }, { $mean } a person in 30 days; at most { $most } on one day ({ $day })
rehearsal-reminders = Reminders given (the first 12):
rehearsal-reminder = ・{ $name } { $rung }: { $count }
rehearsal-reminder-above = ・{ $name } { $rung } (told others): { $count }
rehearsal-rung-opening = at the opening
rehearsal-rung-target = ahead of time
rehearsal-rung-last = last working day before
rehearsal-rung-missing = who is missing
rehearsal-rung-half = half time
rehearsal-rung-end = last day of the step
rehearsal-rung-due = due day
rehearsal-rung-early = { some-days } before
rehearsal-rung-late = { $days ->
        [one] 1 working day late
       *[other] { $days } working days late
    }
rehearsal-written = Written to { $folder }: messages.csv (each message), days.csv (each day), heat.png (heat map)
rehearsal-progress = Rehearsed until { $day }
rehearsal-picture = Rehearsal of { $first } to { $last }: messages a person and day
rehearsal-scale = messages a person and day
rehearsal-month = Month { $month }
rehearsal-usage_record = Usage record
rehearsal-usage_audit = Usage audit
rehearsal-head_reading = Reading of the audit
rehearsal-password = Password
rehearsal-onsite_audit = On-site audit
rehearsal-onsite_visit = On-site visit
rehearsal-account_review = Account review
rehearsal-approval_step = Case step
rehearsal-returned = Returned case
rehearsal-leaver = Leaver's account
rehearsal-certificate = Certificate
cli-rehearse-days = These dates make no sense: write 2027-01-01, the end not before the beginning, three years at most; an outage lies between them.
