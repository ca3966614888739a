# 問與答

ask-kind = <b>請選擇申請種類</b>
ask-resume = 您有一份尚未送出的「{ $kind }」。要繼續填寫，還是重新開始？
ask-edit = 請選擇要修改的項目。
ask-language = 請選擇語言。
form-title = <b>{ $kind }</b>・第 { $number } 題

ask-change = 請選擇申請類別。
ask-egov_ready = 您是否已申請e政府公務帳號？（新增或復權須先備妥）
ask-egov_on = e政府公務帳號是哪一天申請的？
ask-certificate_ready = 您是否已上傳自然人憑證？（新增或復權須先備妥）
ask-certificate_on = 自然人憑證是哪一天上傳的？
ask-items = 請點選業務所需的查調項目（可複選，以最小必要為限），選完按「選好了」。
ask-subject = 這個帳號是為哪一位機關管理者申請？
ask-entrusted_business = 本案屬於哪一項業務？委託業務由委託機關審核，本所自有業務由勞動局審核。
ask-handover = 原管理者與交接情形為何？沒有請按「略過」。
example-handover = 原管理者王科員調職，業務已於115年11月20日移交
ask-items-none = 貴機關目前尚無核定的查調項目，請按「略過」；日後核定後可另案申請。
ask-business = 承辦業務為何？
ask-items_removed = 請點選要刪除的查調項目，選完按「選好了」。
ask-items_removed-none = 您目前沒有查調項目，請按「略過」。
ask-legal_basis = 查調的法令依據為何？請寫到條、項。
ask-what_changes = 要異動什麼內容？
ask-effective_on = 自哪一天生效？
ask-reason = 申請原因為何？請說明與業務的關聯，勿填民眾個人資料。
ask-speed = 請選擇速別。

example = 例：{ $text }
example-business = 低收入戶資格審核
example-legal_basis = 社會救助法第44條之3第1項
example-what_changes = 單位改為勞資關係科，職稱改為股長
example-reason = 配合業務分工調整辦理
example-reason-return = 請補充法令依據的條、項
example-reason-reject = 該業務已移撥他科，無查調需要

ask-reason-return = 請選擇或輸入 { $number } <b>退回補正</b>的原因，申請人會看到。選定或輸入後即退回補正。
ask-reason-reject = 請選擇或輸入 { $number } <b>駁回</b>的理由，申請人會看到。選定或輸入後即駁回結案，不能復原。
reason-given-up = 已取消，案件未變動。

you-chose = ✔ { $choice }
answer-line = ・{ $field }：{ $answer }
known-egov = ・e政府公務帳號：{ $account }　{ $day }
known-certificate = ・自然人憑證上傳日：{ $day }
preview-title = <b>請確認後送出</b>
    { $kind }｜{ $agency }
preview-title-again = <b>{ $number } 補正後再送，請確認</b>
    退回原因：「{ $reason }」
    { $kind }｜{ $agency }
chain-title = <b>送出後的流程</b>
chain-line = { $number }. { $step }：{ $who }（要點{ $clause }）

case-filed = 已送出，案號 <b>{ $number }</b>，目前由{ $seat }處理。隨時可用 /mine 查看進度。
form-cancelled = 已取消，未送出任何資料。填寫內容今天內可按「復原」取回，另填一份即失效。
nothing-begun = 已取消，未送出任何資料。需要時請用 /apply 重新申請。
form-restored = 已復原，請繼續填寫。
put-aside = 您填寫中的內容已先保留，回答完這一題就會接著問。
back-to-aside = 接續剛才的問題：
still-open = ▸ 請繼續回答上面的問題：{ $question }
question-answered = 這個問題已經答過了
question-needless = 這一題已有資料，不必再填，接著往下：
question-gone = 剛才的問題已不需回答，案件已有進展。
please-wait = 處理中，稍後回覆

answer-empty = 這一題需要回答，請輸入內容。
answer-too-long = 內容有 { $length } 字，請縮短至 { $limit } 字以內再送一次。
answer-not-a-choice = 這個選項目前不能選，請點選訊息下方的按鈕。
answer-none-chosen = 請至少點選一項，再按「選好了」。
answer-not-a-date = 無法辨識日期，請輸入民國年、月、日，例如 115.11.23、1151123 或 115年11月23日。
answer-date-without-year = 日期缺少年份，請加上民國年再送一次，例如 { $example }。
answer-no-such-day = 曆法上沒有這一天，請核對年、月、日及星期後重新輸入，例如 { $example }。
answer-date-in-future = { $day } 還沒到，請輸入今天或更早的日期。
answer-date-in-past = { $day } 已經過了，請輸入今天或以後的日期。
answer-not-a-number = 請只輸入數字，例如 12。
tap-the-buttons = 這一題請點選按鈕作答，按鈕在題目下方。
form-incomplete = 「{ $field }」尚未填寫，請按「修改」補上。
choice-gone = 「{ $field }」所選的內容目前已不適用，請按「修改」重新選擇。
gate = 依要點{ $clause }，新增帳號須先申請e政府公務帳號並上傳自然人憑證，始得申請（復權比照）。尚缺：{ $missing }。請至「我的e政府」網站辦妥後，用 /apply 繼續，按「修改」更新該題；已填內容均保留。
gate-egov = e政府公務帳號
gate-certificate = 上傳自然人憑證
draft-in-the-way = 您有一份尚未送出的申請，請先用 /apply 送出或取消，再修改這一件。
question-unreadable = 系統更新後，剛才的問題已無法繼續，請重新開始：提出申請用 /apply，其他功能用 /menu。
draft-unreadable = 先前填寫中的表單無法讀取，已作廢，沒有送出。請用 /apply 重新填寫。
