# 依據

why-which = 要查看哪一件的依據？
why-matter = { $number }　{ $kind }
why-form = 本案的依據與流程：
why-ended = { $number } 已經結案。這類申請的依據：
why-seat-agency = ・這個步驟由申請機關（{ $agency }）的{ $seat }處理。
why-seat-authority = ・這個步驟由資料庫管理機關（{ $agency }）的{ $seat }處理；本案不是委託業務。
why-seat-center = ・這個步驟由最高管理機關（{ $agency }）的{ $seat }處理。
why-seat-entrusted = ・「{ $business }」是{ $agency }委託{ $district }的業務，故由{ $agency }審核：
why-switch-head_signs_annex3 = ・{ $agency }設定附表三須經首長核章。
why-self-review = ・受理機關就是申請機關，屬自我審核，須由申請人以外的人員處理。
why-deputy = ・{ $deputy } 自 { $since } 至 { $until } { $capacity } { $holder }，事由：{ $reason }。
why-paper = ・首長尚未連結，紙本核章後由管理者（管理者本人的案件由審核人員）登錄。
why-own-matter = ・您是本案當事人，依迴避原則不能處理自己的案件。
