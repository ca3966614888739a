# Names, buttons and fields

some-days = { $days ->
        [one] 1 day
       *[other] { $days } days
    }
role-officer = officer
role-administrator = agency administrator
role-head = head of agency
role-authorised = person authorised by the head
role-reviewer = reviewer
role-operator = Information Center operator

kind-administrator_account = Administrator account (annex 1)
kind-officer_account = Officer account (annex 2)
kind-officer_items = Query items (annex 2)

decide-sign = waits for your decision
decide-review = waits for your review
decide-carry_out = is yours to carry out
decide-center = is yours to carry out

step-file = Request
step-review = Review
step-center = Carrying out by the Center
step-sign = Head's signature
step-carry_out = Carrying out by the administrator

state-open = Under way
state-returned = Returned for correction
state-done = Completed
state-rejected = Rejected
state-withdrawn = Withdrawn

verdict-file = filed
verdict-send_again = completed and sent again
verdict-withdraw = withdrawn
verdict-approve = approved
verdict-done = carried out
verdict-return = returned
verdict-reject = rejected

capacity-in_person = in person
capacity-acting = acting for
capacity-for_head = deputising for
capacity-delegated = by delegation of
capacity-for-acting = {" "}(acting for { $holder })
capacity-for-for_head = {" "}(deputising for { $holder })
capacity-for-delegated = {" "}(by delegation of { $holder })

button-approve = Approve
button-return = Return
button-reject = Reject
button-done = Done
button-withdraw = Withdraw
button-mend = Correct and send again
button-show = Show { $number }
button-send = Send
button-edit = Edit
button-cancel = Cancel
button-back = Back
button-skip = Skip
button-ready = That is all
button-resume = Continue
button-restart = Start over
button-restore = Restore
button-today = Today { $day }
ticked = ✅ { $label }
verbatim = { $text }
item = { $code } { $name }

field-subject = For whom
field-entrusted_business = Entrusted business
field-handover = Handover
field-change = Change
field-egov_ready = e-government account applied for
field-egov_on = e-government account applied for on
field-certificate_ready = Citizen Digital Certificate uploaded
field-certificate_on = Citizen Digital Certificate uploaded on
field-items = Query items
field-items_removed = Query items to remove
field-business = Business handled
field-legal_basis = Legal basis
field-what_changes = What changes
field-effective_on = Effective on
field-reason = Reason
field-speed = Priority

option-change-add = New
option-change-change = Change
option-change-delete = Delete
option-change-reinstate = Reinstate
option-entrusted_business-own = The office's own work
option-egov_ready-yes = Yes
option-egov_ready-no = No
option-certificate_ready-yes = Yes
option-certificate_ready-no = No
option-speed-ordinary = Ordinary (6 working days a step)
option-speed-urgent = Urgent (3 working days a step)

reason-return-documents = Reason not explained well enough
reason-return-legal_basis = Legal basis without article and paragraph
reason-return-items = Query items do not match the business
reason-return-business = Business not explained well enough
reason-reject-no_need = No need for the business
reason-reject-no_legal_basis = No legal basis
reason-reject-not_in_post = Applicant is no longer the officer in charge
reason-reject-beyond_purpose = Beyond the specific purpose of the business

locale-zh-TW = 正體中文
locale-en = English

person = { $name }, { $title }
person-unlinked = { $name }, { $title } (not linked yet)
acting-for = { $deputy } ({ $capacity } { $holder })
seat-vacant = nobody holds the seat of { $seat } at present; the case will wait there
nothing = {""}
declared = declared by the applicant
answer-skipped = (skipped)

command-apply = File a request
command-mine = My cases
command-desk = What waits for me
command-password = Day of my last password change
command-why = The clause behind this
command-cancel = Cancel this question
command-language = Change the language
command-help = How it works
command-privacy = Privacy and security
command-menu = Menu
