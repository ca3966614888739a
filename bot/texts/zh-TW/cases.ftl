# 案件

card-title = <b>{ $number }</b>　{ $state }
    { $kind }
    { $agency }　{ $subject }
card-title-decide = 🔔 <b>{ $number }</b>　{ $state }
    { $kind }
    { $agency }　{ $subject }
card-moved = { $number }　最新狀態請看下方訊息。
way-title = <b>辦理情形</b>
way-past = { $mark } { $step }：{ $verdict }　{ $who }{ $capacity }　{ $at }{ $paper }
way-past-reason = { $mark } { $step }：{ $verdict }　{ $who }{ $capacity }　{ $at }{ $paper }
    　「{ $reason }」
way-now = ▶ { $step }：{ $who }　辦理期限 { $due }
way-next = ・{ $step }：{ $who }
way-with-applicant = ▶ 待補正：{ $who }

told-approve = 您的案件 { $number } 已由 { $who } 核准（{ $step }）。
told-done = 您的案件 { $number } 已由 { $who } 辦理完成。
told-return = 您的案件 { $number } 經 { $who } 退回補正，原因：「{ $reason }」。請按「修改後再送」，案號及已填內容均保留。
told-reject = 您的案件 { $number } 由 { $who } 駁回：「{ $reason }」。如仍有業務需要，請就駁回理由補充說明，以 /apply 重新申請。

then-next = 接著由{ $seat }處理，期限 { $due }。
then-mend = 請於 { $due } 以前補正再送；不再需要時，請撤回。

toast-approve = 已核准 { $number }
toast-done = 已完成 { $number }
toast-return = 已退回補正 { $number }
toast-reject = 已駁回 { $number }
toast-withdraw = 已撤回 { $number }
toast-nudge = 已代您催辦，{ $day } 起可再催辦。

button-nudge = 催辦
nudged = ⏰ { $who } 催辦案件 { $number }：{ $step }等您處理，期限為 { $due }，請撥冗辦理。
nudged-already = { $number } 已經催辦過，{ $day } 起可再催辦。
nudge-nobody = { $number } 目前的步驟無人在任，或在任者尚未連結，無法催辦，請直接洽詢承辦單位。

mine-title = <b>我的案件</b>（{ $count } 件）
mine-empty = 您目前沒有案件。要提出申請，請用 /apply。
desk-title = <b>待辦事項</b>（{ $count } 件）
desk-empty = 目前沒有待辦事項。
list-open = { $number }　{ $kind }　等候 { $who }{ $paper }
list-returned = { $number }　{ $kind }　待您補正{ $paper }
list-done = { $number }　{ $kind }　已完成{ $paper }
list-rejected = { $number }　{ $kind }　已駁回{ $paper }
list-withdrawn = { $number }　{ $kind }　已撤回{ $paper }

not-in-effect-yet = { $number } 的生效日是 { $day }，請於當日或之後再按「完成」。
own-matter = 這是您自己的案件。依迴避原則，本人不能核示、辦理自己的案件，須由代理人或其他人員處理。
not-your-seat = 這個步驟須由{ $seat }處理，您目前不是這個步驟的承辦人，所以不能操作。
not-your-case = 只有申請人可以撤回或修改本案。
too-late = { $number } 已由 { $who } 於 { $at }「{ $verdict }」，您這次操作未生效。
step-not-open = { $number } 目前的步驟不能這樣處理，請用 /desk 查看。
case-closed = { $number } 已經結案，不能再變更。
case-not-returned = { $number } 目前不是退回補正的案件，不能再送。
case-of-former-agency = { $number } 是您在原機關提出的案件，不能由新機關接續。請撤回後用 /apply 重新申請。
case-of-another = { $number } 是為 { $who } 提出的案件，補正時不能改為他人；要為他人申請，請撤回後用 /apply 重新提出。
case-under-way = 您已有一件同類申請 { $number } 辦理中。請待結案；或以 /mine 開啟後撤回，再行申請。
kind-not-yours = 這種申請須由{ $role }提出。
nothing-to-apply-for = 您的職務無須在此提出申請；待辦事項請用 /desk 查看。
account-needed-first = 您目前沒有使用中的勞保查調系統帳號，請先申請業務承辦者帳號；申請時可一併選擇查調項目。
seat-all-barred = 「{ $step }」須由{ $seat }處理，但目前在任者都是本案當事人，不能處理自己的案件。請先為該職務設定代理人，或由資訊中心於名冊增列一人，再送出。
no-agency-information_center = 名冊尚未設定資訊中心，請洽系統管理人員。
no-agency-labour = 名冊尚未設定勞動局，請洽系統管理人員。
reason-needed = 退回補正與駁回都須說明原因。
items-gone = 貴機關已無查調項目 { $items }，不能開設。請退回補正，由申請人重新選擇。
no-open-account = { $number } 的申請人目前沒有使用中的帳號，無法辦理。請退回補正。
account-already-open = { $number } 的申請人已有使用中的帳號，不能重複開設。請退回補正。
applicant-left = { $number } 的申請人已離職，不能再開設或變更帳號與權限。請駁回；這個步驟不能駁回時，請退回補正並註明。
case-unreadable = 案件 { $number } 由其他版本的程式辦理，本版本無法讀取，請洽資訊中心更新程式後再辦。
