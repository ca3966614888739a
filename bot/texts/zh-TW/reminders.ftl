# 提醒

digest-title = <b>{ $who } 您好，{ $day } 提醒事項</b>
digest-item = { $number }. { $text }
digest-more = 另有 { $count } 項，前面的辦理後會接著列出。
digest-done = 這則提醒所列事項都已完成或已另行提醒，謝謝您。
reminder-done = 這件事已經辦理完成或不需再辦，謝謝您。
snoozed = 好的，{ $day } 上班時再提醒您；期限 { $due } 不變。
snoozed-past = 好的，{ $day } 上班時再提醒您；但期限仍為 { $due }，不因此延後，請儘速辦理。
already-snoozed = 這一次已經延到 { $day } 再提醒，不能再延。期限不變，請儘速辦理。

remind-password-before = 🔑 您的e政府公務帳號密碼請於 { $due } 以前變更，還有 { some-days }（要點七，自上次變更日起，至少每三個月變更一次）。
remind-password-today = 🔑 您的e政府公務帳號密碼今天到期，請於今天（{ $due }）變更（要點七，自上次變更日起，至少每三個月變更一次）。
remind-password-overdue = 🔑 您的e政府公務帳號密碼應於 { $due } 以前變更，已逾期 { some-days }，請儘速變更（要點七）。
remind-password-above = 🔑 { $name } 的e政府公務帳號密碼應於 { $due } 以前變更，已逾期 { some-days }，請協助提醒（要點七）。
why-password = e政府公務帳號密碼自上次變更日起，至少應每三個月變更一次，最遲 { $due } 變更。
why-password-above = e政府公務帳號密碼至少應每三個月變更一次，{ $subject } 最遲應於 { $due } 變更，已逾期，請協助提醒。

remind-approval_step-before = 📝 案件 { $subject } 等您處理，請於 { $due } 以前辦理，還有 { some-days }。
remind-approval_step-today = 📝 案件 { $subject } 等您處理，今天（{ $due }）是這個步驟的最後一天，請於今天辦理。
remind-approval_step-overdue = 📝 案件 { $subject } 等您處理，應於 { $due } 以前辦理，已逾期 { some-days }，請儘速辦理。
remind-approval_step-above = 📝 案件 { $name } 這個步驟的期限為 { $due }，目前尚未辦理。
why-approval_step = 案件 { $subject } 這個步驟的期限為 { $due }，請辦理。
why-approval_step-above = 案件 { $subject } 這個步驟的期限為 { $due }，目前尚未辦理。

remind-returned-before = ✏️ 案件 { $subject } 已退回補正，請於 { $due } 以前修改後再送，還有 { some-days }；不再需要時，請撤回。
remind-returned-today = ✏️ 案件 { $subject } 已退回補正，今天（{ $due }）到期，請於今天修改後再送；不再需要時，請撤回。
remind-returned-overdue = ✏️ 案件 { $subject } 應於 { $due } 以前補正，已逾期 { some-days }，請儘速修改後再送；不再需要時，請撤回。
remind-returned-above = ✏️ 您退回補正的案件 { $name }，補正期限為 { $due }，申請人尚未再送。
why-returned = 案件 { $subject } 已退回補正，補正期限為 { $due }。
why-returned-above = 案件 { $subject } 的補正期限為 { $due }，申請人尚未再送。

remind-certificate-before = 🪪 您的自然人憑證於 { $due } 到期，還有 { some-days }，請及早展期或換發，並重新上傳（要點五(二)2）。
remind-certificate-today = 🪪 您的自然人憑證今天（{ $due }）到期，請儘速展期或換發，並重新上傳（要點五(二)2）。
remind-certificate-overdue = 🪪 您的自然人憑證已於 { $due } 到期，過期 { some-days }，請儘速換發並重新上傳。
why-certificate = 使用勞保查調系統須有自然人憑證，您的憑證於 { $due } 到期。

due-on-holiday = 　{ $due } 適逢{ $holiday }，請提前於 { $target } 以前完成。
due-on-weekend = 　{ $due } 適逢假日，請提前於 { $target } 以前完成。
due-on-closed-day = 　{ $due } 停止上班，請提前於 { $target } 以前完成。
due-on-holiday-today = 　{ $due } 適逢{ $holiday }，請提前於今天（{ $target }）完成。
due-on-weekend-today = 　{ $due } 適逢假日，請提前於今天（{ $target }）完成。
due-on-closed-day-today = 　{ $due } 停止上班，請提前於今天（{ $target }）完成。

button-changed = 我已變更密碼
button-snooze = 明天再提醒
button-snooze-of = 明天再提醒（{ $number }）
button-day = { $day }

# 密碼變更日

password-title = <b>e政府公務帳號密碼</b>（要點七，至少每三個月變更一次）
password-dates = 上次變更（起算日）：{ $changed }
    最遲變更：{ $due }
password-left = 還有 { some-days }。
password-today = 今天到期，請於今天變更。
password-late = 已逾期 { some-days }，請儘速變更。
password-no-date = 尚無變更日期。變更密碼後，請按下面的按鈕登錄日期。
password-no-account = 您目前沒有使用中的勞保查調系統帳號，不需登錄密碼變更日。
password-before-last = { $day } 早於已登錄的上次變更日 { $last }，請確認後再輸入。
password-recorded = 已登錄 { $day } 變更密碼，自該日起算，下次請於 { $due } 以前變更。
password-not-recorded = 已取消，密碼變更日未登錄。
password-never-typed = 您的訊息看起來像密碼，已刪除，內容未採用。這裡只記變更日期，請勿輸入密碼；若確是密碼，請再變更一次。
ask-password-changed = 您是哪一天變更e政府公務帳號密碼的？請點選或輸入日期，請勿輸入密碼。

# 稽核軌跡存證

ledger-witness = 🔏 { $day } 稽核軌跡存證（共 { $number } 筆）
    末筆：<code>{ $head }</code>
    請留存本則訊息，日後可核對軌跡有無遭刪改。
