# Lists

list-page = Page { $page } of { $pages }
desk-agency = <b>{ $agency }</b> ({ $count })
desk-line = ・{ $number } { $kind } { $subject }, due { $due }
desk-line-late = ・⚠️ { $number } { $kind } { $subject }, overdue since { $due }
list-paper = , paper { $documents }
mine-draft = 📝 There is a form you have not sent: { $kind }.
button-drop = Discard draft
draft-dropped = The unsent form is discarded: { $kind }. Nothing was sent.
draft-gone = This draft has been sent or discarded. Please see /mine.
button-page-before = Previous page
button-page-after = Next page
list-of = { $list } … { $count } in all
way-gap = … ({ $count } more in between)
