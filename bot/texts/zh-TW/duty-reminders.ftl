# 定期職責的提醒

period-year = { $year }年度
period-quarter = { $year }年第 { $quarter } 季
agency-business = { $agency }（{ $business }）
whose = { $name }{" "}
names-more = 另有 { $count } 筆

remind-usage_record-before = 🗓️ { $whose }{ $period }使用及查調紀錄，請於 { $due } 以前送交，還有 { some-days }（要點四(五)3）。沒有查調也請送「無使用」。
remind-usage_record-today = 🗓️ { $whose }{ $period }使用及查調紀錄今天（{ $due }）截止，請於今天送交（要點四(五)3）。沒有查調也請送「無使用」。
remind-usage_record-overdue = 🗓️ { $whose }{ $period }使用及查調紀錄應於 { $due } 以前送交，已逾期 { some-days }，請儘速補送（要點四(五)3）。
remind-usage_record-above = 🗓️ { $name } 尚未送交{ $period }使用及查調紀錄（期限 { $due }），請協助催送（要點四(五)3）。
remind-usage_record-many = 🗓️ 尚未送交{ $period }使用及查調紀錄者 { $count } 人（期限 { $due }）：{ $names }。請協助催送（要點四(五)3）。
why-usage_record = { $period }的使用及查調紀錄，應於 { $due } 以前送機關管理者。
why-usage_record-above = { $subject } 尚未送交{ $period }的使用及查調紀錄，期限為 { $due }。

remind-usage_audit-before = 🔍 { $period }使用情形請於 { $due } 以前稽核並提報首長，還有 { some-days }（要點八(一)1）。
remind-usage_audit-today = 🔍 { $period }使用情形的稽核今天（{ $due }）截止，請於今天提報首長（要點八(一)1）。
remind-usage_audit-overdue = 🔍 { $period }使用情形應於 { $due } 以前稽核並提報，已逾期 { some-days }，請儘速辦理（要點八(一)1）。
remind-usage_audit-above = 🔍 { $name }{ $period }使用情形的稽核結果應於 { $due } 以前提報，目前尚未提報。
remind-usage_audit-many = 🔍 使用情形的稽核結果尚未提報者 { $count } 件：{ $names }。
why-usage_audit = { $period }的使用情形，應於 { $due } 以前稽核並將結果提報機關首長。
why-usage_audit-above = { $subject } { $period }的稽核結果應於 { $due } 以前提報，目前尚未提報。

remind-head_reading-before = 📖 { $period }稽核報告請您核閱，期限 { $due }，還有 { some-days }（要點八(一)1）。
remind-head_reading-today = 📖 { $period }稽核報告請您於今天（{ $due }）核閱（要點八(一)1）。
remind-head_reading-overdue = 📖 { $period }稽核報告應於 { $due } 以前核閱，已逾期 { some-days }，敬請撥冗核閱（要點八(一)1）。
remind-head_reading-above = 📖 您提報的{ $period }稽核報告，核閱期限為 { $due }，目前尚未核閱。
remind-head_reading-many = 📖 您提報的稽核報告尚有 { $count } 份未核閱：{ $names }。
why-head_reading = { $period }的稽核報告已提報，請於 { $due } 以前核閱。
why-head_reading-above = { $period }的稽核報告，核閱期限為 { $due }，目前尚未核閱。

remind-onsite_audit-before = 🏢 { $name }{ $period }現場稽核尚未辦理，請於 { $due } 以前安排辦理，還有 { some-days }（要點八(二)2，每年至少一次）。
remind-onsite_audit-today = 🏢 { $name }{ $period }現場稽核尚未辦理，今天（{ $due }）是期限的最後一天（要點八(二)2）。
remind-onsite_audit-overdue = 🏢 { $name }{ $period }現場稽核應於 { $due } 以前辦理，已逾期 { some-days }，請儘速辦理（要點八(二)2）。
remind-onsite_audit-above = 🏢 { $name }{ $period }現場稽核尚未辦理，期限 { $due }。
remind-onsite_audit-many = 🏢 現場稽核尚未辦理者 { $count } 件：{ $names }。
why-onsite_audit = { $period }的現場稽核每年至少一次，最遲 { $due } 辦理。
why-onsite_audit-above = { $subject } { $period }的現場稽核尚未辦理，期限為 { $due }。

remind-onsite_visit-before = 🏢 { $authority }訂於 { $due } 到{ $name }現場稽核，還有 { some-days }，請預作準備（要點八(二)2）。
remind-onsite_visit-today = 🏢 { $authority }今天（{ $due }）到{ $name }現場稽核（要點八(二)2）。
remind-onsite_visit-overdue = 🏢 { $authority }對{ $name }的現場稽核原訂 { $due }，尚無結果，請登錄結果或改期。
why-onsite_visit = 現場稽核訂於 { $due }。

remind-account_review-before = 🗂️ { $period }帳號清查請於 { $due } 以前完成，還有 { some-days }（要點八(一)2）。
remind-account_review-today = 🗂️ { $period }帳號清查今天（{ $due }）截止，請於今天完成（要點八(一)2）。
remind-account_review-overdue = 🗂️ { $period }帳號清查應於 { $due } 以前完成，已逾期 { some-days }，請儘速完成（要點八(一)2）。
remind-account_review-above = 🗂️ { $name }{ $period }帳號清查應於 { $due } 以前完成，目前尚未完成。
remind-account_review-many = 🗂️ 帳號清查尚未完成者 { $count } 件：{ $names }。
why-account_review = { $period }的帳號清查，應於 { $due } 以前完成。
why-account_review-above = { $subject } { $period }的帳號清查應於 { $due } 以前完成，目前尚未完成。

remind-leaver-overdue = 🚪 { $name } 已於 { $due } 離職（調職），帳號尚未刪除，請儘速辦理（要點四(四)2）。
remind-leaver-above = 🚪 { $name } 已於 { $due } 離職（調職），帳號尚未刪除，請督促辦理。
remind-leaver-many = 🚪 已離職（調職）而帳號尚未刪除者 { $count } 人：{ $names }。
why-leaver = { $subject } 自 { $due } 起不在職，帳號應即刪除。
why-leaver-above = { $subject } 自 { $due } 起不在職，帳號尚未刪除。

remind-password-many = 🔑 e政府公務帳號密碼逾期未變更者 { $count } 人：{ $names }。請協助提醒（要點七）。
remind-approval_step-many = 📝 期限已到尚未辦理的案件 { $count } 件：{ $names }。
remind-returned-many = ✏️ 補正期限已到、申請人尚未再送的案件 { $count } 件：{ $names }。
