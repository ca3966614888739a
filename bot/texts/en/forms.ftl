# Printed forms

sheet-city = Taoyuan City Government
sheet-annex-1 = Annex 1
sheet-annex-2 = Annex 2
sheet-annex-3 = Annex 3
sheet-title-1 = Application for an agency administrator's account, BLI query service
sheet-title-2 = Application of an officer, BLI query service
sheet-title-3 = Query items to add or remove, BLI query service

sheet-number = Case number
sheet-filed-on = Filed on
sheet-applying = Agency
sheet-agency = { $name } ({ $code })
sheet-speed-ordinary = Ordinary
sheet-speed-urgent = Urgent
sheet-name = Name
sheet-job = Title
sheet-unit = Unit
sheet-phone = Office phone
sheet-mail = Office e-mail
sheet-egov = E-government account
sheet-ready-egov = Account exists
sheet-ready-certificate = Certificate uploaded
sheet-day = { $day }
sheet-yes = Yes
sheet-no = No
sheet-none = None
sheet-change-account = Account
sheet-change-items = Query items
sheet-deputies = Deputies
sheet-pledge = Confidentiality signed
sheet-document = Document number
sheet-period = Period of use
sheet-from-to = From                          to

sheet-change-agency = Add or remove
sheet-place = No.
sheet-code = Code
sheet-item = Query item
sheet-law = Authorising law
sheet-run = { $first }–{ $last }
sheet-law-article = { $law } { $article }
sheet-items-title = Items
sheet-laws-title = Wording of the authorising law
sheet-verdicts-title = Review and result
sheet-review = Review of the authority
sheet-sent-on = Sent to the Bureau
sheet-changed-on = Rights changed on
sheet-people = Number of users

sheet-signatures = Signatures
sheet-applicant = Applicant
sheet-chief = Section chief
sheet-of-agency = Applying agency
sheet-of-authority = Database authority
sheet-of-center = Information Center
sheet-capacity = { $capacity } { $holder }
sheet-capacity-because = { $capacity } { $holder } ({ $reason })
sheet-ground-tap = System
sheet-ground-paper = Paper
sheet-recorded = (recorded by { $who })
sheet-verdict = { $ground }: { $verdict }

sheet-course = Course of approval ({ $state })
sheet-course-when = When
sheet-course-step = Step
sheet-course-verdict = Outcome
sheet-course-who = Person
sheet-course-capacity = Capacity
sheet-course-ground = Ground
sheet-course-opinion = Opinion
sheet-when = ROC { $year }, { $at }

sheet-note = What the system records is the course of approval; where a stamp or signature is required, put it into the boxes and record the document number.
sheet-struck = –
sheet-users = { $count } (when printed)
sheet-by-hand-1 = Unit, office telephone, office e-mail and the confidentiality pledge are not kept here: please write them on the paper.
sheet-by-hand-2 = Unit, office telephone, office e-mail, period of use and the confidentiality pledge are not kept here: please write them on the paper.
sheet-by-hand-3 = Unit, office telephone and office e-mail are not kept here: please write them on the paper.
sheet-rare = This form holds characters that no installed font has, shown as { $codes }; please write them in by hand.
sheet-seal = Audit trail check code: { $seal }
sheet-page = Page { $page } of { $pages }
sheet-printed = Printed { $day } { $at }

button-print = Print the form
toast-print = The form of { $number } is being drawn and will arrive in a moment
sheet-file = { $number }.pdf
sheet-not-for-you = The form of { $number } is printed only for the applicant, those who decide or carry out this case, and the agencies that get a copy. You are none of them; if your work needs it, please ask the applicant or who handles the case.

cli-no-case = There is no case { $number }. Please check the number (for example 115-A2-0001).
cli-form-which = Please name either one case, or an empty form with --blank (annex1, annex2, annex3).
cli-cannot-write = { $file } cannot be written. Please check the path and permissions.
doctor-font = The font package { $package } is missing, so characters are missing from forms. Please install it again from requirements.lock.
doctor-rare = Forms cannot show characters in these names: { $names }. Please install the fonts of CNS 11643 (apt-get install fonts-cns11643-kai); until then their codes are printed, with a note.
