# Why

why-which = Which matter do you want explained?
why-matter = { $number } { $kind }
why-form = What this request rests on, and its way:
why-ended = { $number } is closed. This kind of request rests on:
why-seat-agency = · This step is for the { $seat } of the applying agency ({ $agency }).
why-seat-authority = · This step is for the { $seat } of the database authority ({ $agency }); the case is not about entrusted business.
why-seat-center = · This step is for the { $seat } of the supreme managing agency ({ $agency }).
why-seat-entrusted = · “{ $business }” is work that { $agency } has entrusted to { $district }, so { $agency } reviews it:
why-switch-head_signs_annex3 = · { $agency } has decided that its head signs annex 3.
why-self-review = · The authority acts on its own agency's case: a self-review, by somebody other than the applicant.
why-deputy = · { $deputy } from { $since } to { $until } { $capacity } { $holder }, because of: { $reason }.
why-paper = · The head is not linked; a signature on paper is recorded by the administrator (in the administrator's own case by a reviewer).
why-own-matter = · You are a party to this case; nobody decides a matter of their own.
