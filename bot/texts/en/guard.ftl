# What must never be carried

guard-identity = Your message held an identity or residence permit number. It was refused and deleted, and nothing was kept. Please give a case number, a document number or a count, never a citizen's personal data.
guard-national-id = { guard-identity }
guard-resident-id-new = { guard-identity }
guard-resident-id-old = { guard-identity }
guard-id-shape = Part of your message has the shape of an identity number. It was refused and deleted. If it is none, please phrase it differently and send it again.
guard-mobile = Your message held a mobile number. It was refused and deleted, and nothing was kept. Please enter no citizens' personal data.
guard-certificate = Your message held a certificate's serial number. It was refused and deleted, and nothing was kept. Only the day of its upload is needed here.
guard-birthday = Your message held a date of birth. It was refused and deleted, and nothing was kept. Please enter no personal data.
guard-named-number = Your message held a number that names a person. It was refused and deleted, and nothing was kept. Please give a case number, a document number or a count.
guard-unreadable = Your message could not be checked. It was refused and deleted. Please write it again in plain text.
guard-failed = Your message could not be checked. It was refused and deleted. Please phrase it differently and send it again.
guard-not-deleted = Telegram no longer lets the system delete your message with personal data (it is older than two days). Please press and hold that message and delete it yourself.
