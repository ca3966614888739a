# The link

welcome = Hello { $who }, your account is linked.
    This service handles requests, approvals and deadlines of the labour-insurance query system.
    Agency: { $agency }
    Seats: { $roles }
welcome-officer = · /apply asks for an account or query items; by the 10th, /record sends in last month's record.
welcome-administrator = · Cases for you to carry out arrive here; /apply asks for your account or your agency's items.
welcome-head = · Cases that wait for your decision arrive here; tap a button.
welcome-authorised = · The monthly audit reports arrive here for your reading.
welcome-reviewer = · Cases that wait for your review arrive here; tap a button.
welcome-operator = · Cases for the Information Center arrive here; /invite invites the staff of every agency.
welcome-end = For everything else see /menu; /help says how it works.
role-none = none at present
menu-hint = Your account is linked. Use /menu to see what you can do here.
code-refused = This invitation is not valid, was used already, or has expired. Please ask your agency's administrator for a new link.
code-too-many = Too many attempts. Please try again in an hour, or ask your agency's administrator for a new link.
link-moved = Your link has moved to another Telegram account; nothing more will arrive here. If that was not you, please tell your agency's administrator at once.
invite-refused = No code was made: these staff numbers are not on the roster or have left: { $numbers }
staff-unknown = There is no staff number { $number } on the roster.

# Importing a roster: what came of it

roster-imported = Roster imported: { $files }.
roster-unchanged = The roster says nothing new; nothing was changed.
roster-counts = { $file } { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    } ({ $added } new; { $changed } changed)
roster-with-ignored = { $summary } Left aside (no files of a roster): { $ignored }.

# Importing a roster: what is wrong

roster-fault = { $file } row { $row } “{ $column }”: { $why }
roster-fault-file = { $file }: { $why }
roster-not-a-roster = There is no such path, or it is neither an .xlsx workbook nor a folder of CSVs. Please check the path.
roster-nothing-found = No file of a roster was found. Files or sheets are named: { $names }.
roster-not-a-workbook = This workbook cannot be opened; it may be damaged or locked by a password. Please save it as .xlsx and try again.
roster-is-big5 = The encoding is Big5 (CP950). Please save the file as “CSV UTF-8” and import it again.
roster-not-utf8 = The encoding is not UTF-8. Please save the file as “CSV UTF-8” and import it again.
roster-not-a-csv = This is not a proper CSV file; please check that quotation marks come in pairs.
roster-sheet-empty = There is no header row. Please use the template made by roster template.
roster-column-unknown = There is no such column; please check the names in the header row.
roster-column-missing = This column is missing.
roster-column-twice = This column stands twice; please keep one.
roster-cell-outside = This cell has no column in the header row; please look for an extra comma or shifted data.
roster-cell-empty = This may not be empty.
roster-guarded = This looks like an identity number, a mobile number or other personal data and may not be imported. Please remove it or use the staff number.
roster-too-long = This has { $length } characters; please keep to { $limit }.
roster-not-an-option = “{ $value }” cannot be used; please enter one of: { $options }.
roster-unknown-role = “{ $value }” is no role; there are: { $options }. Separate several by ;
roster-not-a-code = “{ $value }” cannot be a code; codes hold no spaces, slashes, commas or semicolons.
roster-not-a-date = “{ $value }” is not read as a date; please write 115/11/23, 1151123 or 2026-11-23.
roster-date-too-far = { $day } is more than ten years ahead; please check the year.
roster-twice = This repeats row { $other }; each may stand only once.
roster-unknown-agency = There is no agency with the code “{ $value }”; please list it in agencies first.
roster-unknown-item = There is no query item “{ $value }”; please list it in items first.
roster-unknown-person = There is no staff number “{ $value }”; please list it in people first.
roster-only-one = Only one agency can be { $kind }; there is also: { $others }.
roster-not-a-district = “{ $value }” is not a district office; only district offices can be entrusted.
roster-own-authority = “{ $value }” cannot entrust itself.
roster-item-not-granted = Item “{ $value }” is not among those of agency { $agency }; please list it in agency_items first.

# The template of a roster

roster-notes = Notes
roster-notes-sheet = Sheet
roster-notes-column = Column
roster-notes-meaning = What to enter
roster-file-agencies = Agencies. Of agencies, delegations, items and people a cell counts only where it differs from the last import; a row that is left out changes nothing.
roster-file-delegations = Entrusted work: which authority entrusts which business to which district office.
roster-file-items = Query items; please use the names granted by the Bureau.
roster-file-people = People and their seats. Who leaves gets a left_on; the row stays.
roster-file-agency-items = Items the agencies have already (opening balance). Only what is not known yet is added.
roster-file-accounts = Accounts opened already (opening balance). Only what is not known yet is added; a password date only moves forward.
roster-column-agencies-code = The agency's code, such as SA01. Required, only once.
roster-column-agencies-name = The agency's full name. Required.
roster-column-agencies-kind = The kind of agency, required: information_center (only one), labour (the Department of Labor, only one), using, district (a district office), external.
roster-column-agencies-head-signs-annex3 = Whether the head signs annex 3 first: 1 yes; 0 or empty no.
roster-column-delegations-district = Code of the district office entrusted. Required.
roster-column-delegations-authority = Code of the authority that entrusts. Required; one authority for each business of a district office.
roster-column-delegations-business = The business, such as social assistance. Required.
roster-column-items-code = The item's code, such as LI-01. Required, only once.
roster-column-items-name = The item's name. Required.
roster-column-items-programme = The programme it belongs to, such as labour insurance.
roster-column-items-subject = Whom it is about, required: person or unit (an insured unit).
roster-column-people-staff-no = The staff number. Required, only once; never an identity number.
roster-column-people-name = The name. Required.
roster-column-people-title = The title, such as officer.
roster-column-people-agency = Code of the person's agency. Required.
roster-column-people-roles = Seats, separated by ; : officer, administrator, head, authorised (reads audits for the head), reviewer, operator (of the Information Center).
roster-column-people-egov-account = Name of the e-government account (never the password). Empty: none yet.
roster-column-people-certificate-on = The day the Citizen Digital Certificate was uploaded, such as 2026-01-05. Empty: not yet.
roster-column-people-certificate-until = The day the certificate expires. Optional, the whole column may be left out.
roster-column-people-left-on = The first day no longer in post. On that day the link is cut; emptied, the person is back and is invited anew.
roster-column-people-locale = Language: zh-TW or en. Empty: the office's own.
roster-column-agency-items-agency = The agency's code. Required.
roster-column-agency-items-item = The item's code. Required.
roster-column-agency-items-legal-basis = The legal basis: law and article.
roster-column-agency-items-business = The entrusted business, as in delegations; empty for the agency's own work.
roster-column-accounts-staff-no = The staff number. Required.
roster-column-accounts-kind = The kind of account, required: officer or administrator.
roster-column-accounts-opened-on = The day it was opened, such as 2026-01-10. Required.
roster-column-accounts-password-changed-on = The day the password was last changed (the date only, never the password). Empty: counted from the opening.
roster-column-accounts-items = Codes of the items it may use, separated by ; all among the agency's.
