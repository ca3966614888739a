# 機關查調項目增減（附表三）與後續待辦

kind-agency_items = 機關查調項目增減（附表三）

decide-send = 請函送勞保局
decide-bureau = 請登錄勞保局審核結果
step-send = 函送勞保局
step-bureau = 登錄勞保局審核結果
self-review = { $step }（自我審核）

verdict-by_item = 逐項審核
verdict-sent = 已送勞保局
verdict-answer = 登錄完成
button-by_item = 逐項審核
button-sent = 已送勞保局
button-answer = 登錄審核結果
button-again = 就未准項目再申請
toast-by_item = 已逐項審核 { $number }
toast-sent = 已登錄函送 { $number }
toast-answer = 已登錄審核結果 { $number }
told-by_item = 您的案件 { $number } 經 { $who } 逐項審核，同意的項目續辦：
told-sent = 您的案件 { $number } 已由 { $who } 函送勞保局，此後不能再撤回。
told-answer = 您的案件 { $number }，{ $who } 已登錄勞保局審核結果：

about-item = <b>{ $item }</b>
item-place = 第 { $number } 項，共 { $count } 項
item-first = 共 { $count } 項，先登錄 <b>{ $item }</b>：
item-reason = { $item }：{ $reason }
item-reasons = { $reasons }
item-part = ・{ $item }：貴機關僅獲部分核准（{ $part }）
field-of-item = { $item }　{ $field }
answer-line-of-item = 　・{ $field }：{ $answer }
sheet-title = <b>{ $number }</b>　{ $step }

field-items_requested = 增加的查調項目
field-items_dropped = 減少的查調項目
field-same = 依據與說明
field-law = 法規名稱
field-article = 條號
field-provision = 條文內容
field-document_no = 公文文號
field-purpose = 使用目的
field-minimal_need = 最小必要說明
field-monthly_count = 預估月查調量
field-review = 審核
field-review_reason = 不同意理由
field-sent_no = 函送勞保局文號
field-bureau = 勞保局審核結果
field-bureau_part = 核准範圍
field-bureau_no = 勞保局回復文號
field-bureau_on = 勞保局回復日期

option-change-increase = 增
option-change-decrease = 減
option-same-rest = 其餘各項都與前一項相同
option-same-same = 與前一項相同
option-same-own = 另行填寫
option-review-agree = 同意
option-review-disagree = 不同意
option-review_reason-no_legal_basis = 無法令依據
option-review_reason-no_need = 無業務需要
option-review_reason-beyond_purpose = 逾越業務特定目的範圍
option-review_reason-too_much = 逾越最小必要
option-bureau-granted = 全部核准
option-bureau-partly = 部分核准
option-bureau-refused = 不准

ask-items_requested = 請點選要增加的查調項目（可複選，以最小必要為限），選完按「選好了」。
ask-items_requested-none = 目錄上沒有可增加的查調項目，請按「略過」。
ask-items_dropped = 請點選要減少的查調項目，選完按「選好了」。
ask-items_dropped-none = 目前沒有可減少的查調項目，請按「略過」。
ask-same = 這一項的法令依據與說明，是否與前一項相同？
ask-law = 授權的法規名稱為何？
ask-article = 是第幾條、項、款？
ask-provision = 請貼上該條文的內容（文字即可，不收檔案）。
ask-document_no = 檢附法令規定的公文文號為何？
ask-purpose = 查調的使用目的為何？
ask-minimal_need = 為何這是達成目的所需的最小範圍？
ask-monthly_count = 預估每月查調幾筆？
ask-review = 這一項是否同意？
ask-review_reason = 請選擇或輸入不同意的理由，申請人會看到。
ask-sent_no = 函送勞保局的公文文號為何？
ask-bureau = 勞保局對這一項的審核結果為何？
ask-bureau_part = 勞保局核准哪一部分？
ask-bureau_no = 勞保局回復的公文文號為何？
ask-bureau_on = 勞保局回復公文的日期為何？

example-law = 社會救助法
example-article = 第44條之3第1項
example-provision = 主管機關為辦理本法所定事項，得請相關機關提供必要資料。
example-document_no = 府社助字第1150012345號
example-purpose = 審核低收入戶資格
example-minimal_need = 僅查目前加保狀態，不查歷年異動
example-monthly_count = 30
example-review_reason = 法令依據與業務不符
example-sent_no = 府資安字第1150067890號
example-bureau_part = 僅限查詢目前加保狀態
example-bureau_no = 保資字第1150098765號

answer-document-of-the-future = 文號開頭的 { $year } 年還沒到，請核對後重新輸入。
nothing-to-choose = 「{ $field }」目前沒有可選的項目，無法申請。
sent-already = { $number } 已送勞保局，不能再撤回；如不再需要，請於核定後以「減」申請。
nothing-refused = { $number } 沒有未准的項目可以再申請。

vacant-title = 🪑 案件 { $number } 的流程中有職務無人處理：
vacant-nobody = ・{ $step }：{ $seat }無人擔任
vacant-unlinked = ・{ $step }：{ $seat }尚未連結
vacant-what-to-do = 案件到這個步驟會停住等候，請於名冊補上，或發送邀請連結。
seat-of = { $agency }{ $seat }

task-title = 🗂 待辦：收回查調權限（{ $number }）
task-what = { $who }：{ $items }
task-how = 機關已減少上列項目，請於勞保查調系統移除該員權限後按「完成」，登錄日期與說明備查。
task-done = ✔ { $who } 已辦理，移除日 { $day }：{ $note }
task-line = ・收回 { $who } 的查調權限：{ $items }（{ $number }）
task-toast = 已登錄，{ $who } 的查調權限已收回。
task-stop = 貴機關已減少下列查調項目，請即停止使用，權限將由機關管理者收回：{ $items }
task-taken-back = 您的下列查調權限已由 { $who } 收回，移除日 { $day }：{ $items }
task-given-up = 已取消，待辦事項未變動。
task-done-already = 這件待辦已由 { $who } 辦理完成。
button-show-task = 收回 { $who } 的權限
field-removed_on = 移除日
field-removal_note = 辦理說明
ask-removed_on = 是哪一天在勞保查調系統移除權限？
ask-removal_note = 請選擇或輸入辦理說明，供稽核備查。
example-removal_note = 已於系統移除並截圖存卷
option-removal_note-in_system = 已於勞保查調系統移除
option-removal_note-on_paper = 已移除，紀錄存公文
