# 每月稽核

command-audit = 每月稽核

audit-title = 🔍 <b>{ $period }使用情形稽核</b>　{ $state }
    { $agency }（期限 { $due }）
audit-heading = <b>{ $period }使用情形稽核</b>
audit-moved = { $period }稽核　最新狀態請看下方訊息。
audit-state-open = 收件中
audit-state-drawn = 稽核中
audit-state-reported = 已提報，待核閱
audit-state-returned = 退回補正
audit-state-read = 已核閱

audit-counts = 應送 { $owed }　已送 { $sent }（無使用 { $nil }、逾期 { $late }）　未送 { $missing }
    系統查詢共 { $queries } 筆
audit-in = ✔ 有使用 { $count } 人：{ $names }
audit-nil = ○ 無使用 { $count } 人：{ $names }
audit-late = ⚠️ 逾期送件 { $count } 人：{ $names }
audit-missing = ✖ 未送 { $count } 人：{ $names }
audit-gaps = 系統與登記簿差異（筆）：{ $names }
audit-uncovered = 未計入依據或同意（筆）：{ $names }
audit-gap-reason = { $name } { $gap }（{ $reason }）
audit-gap = { $name } { $gap }
audit-seed = 抽樣種子已封存，SHA-256 前 16 碼 <code>{ $hash }</code>
audit-sample = 抽查 { $looked }/{ $count } 筆，不符合 { $wrong } 筆
audit-own-part = 機關管理者本人的紀錄 { $count } 筆，依迴避原則由首長或授權人員抽查。

audit-report = <b>稽核結果：{ $result }</b>　{ $who } 提報　{ $at }
audit-explanation = 說明：{ $text }
audit-measures = 處置：{ $text }
audit-missing-then = 提報時未送：{ $names }
audit-reported-late = ⚠️ 逾期提報（期限 { $due }）
audit-by = 抽查人員：{ $who }，{ $count } 筆
audit-seeds = 抽樣種子（可依說明文件重抽核對）：<code>{ $seeds }</code>
audit-returned = 退回原因：「{ $reason }」
audit-read = <b>核閱</b>：{ $who }　{ $at }
audit-read-own = <b>核閱</b>：{ $who }　{ $at }（含核閱人員本人的使用，機關內無其他核閱人員）
audit-entry = { $name } 登記簿第 { $position } 筆

check-correct = 資料正確
check-purpose = 符合目的
check-basis = 有依據或同意
check-confidential = 保密存放
passed = ✅ { $label }
failed = ❌ { $label }
result-normal = 正常
result-anomaly = 異常

button-audit = 稽核 { $period }
button-board = 查看 { $period } 收件情形
button-audit-draw = 抽樣
button-audit-check = 開始抽查
button-audit-report = 提報
button-audit-recheck = 重新抽查
button-audit-nag = 催送未送者
button-audit-incident = 通報異常
button-audit-read = 核閱
button-audit-return = 退回補正
button-audit-print = 列印報告
button-audit-months = 各月紀錄
button-audit-seen = 已知悉
button-audit-open = 查看 { $period }
button-audit-next = 下一筆
button-audit-explain = 說明不符合之處

ask-audit-draw = 已送 { $sent } 人、未送 { $missing } 人。抽樣後，已送的紀錄即不能再更正；之後補送的也會抽查。確定抽樣嗎？
ask-audit-item = 第 { $number }/{ $count } 筆：<b>{ $entry }</b>
    完整紀錄：{ $place }
    請對照登記簿與公文。✅ 為符合；不符合的請點成 ❌。
audit-noting = { $entry }　不符合：{ $failed }
ask-audit-note = 請說明不符合的情形，會立即通報首長。勿填民眾個人資料。
ask-audit-result = 抽查 { $count } 筆，不符合 { $wrong } 筆，異常通報 { $anomalies } 件。本月稽核結果？
ask-audit-explanation = 異常情形為何？勿填民眾個人資料。
ask-audit-measures = 處置情形為何？
ask-audit-incident = 發現什麼異常？會立即通報首長，不必等到月報。勿填民眾個人資料。
ask-audit-return = 請輸入退回補正的原因，機關管理者會看到。
example-audit-note = 登記簿未載明公文文號
example-audit-explanation = 1 筆未載明公文文號，經查係漏登
example-audit-measures = 已補登並當面告知承辦人，下月加強抽查
example-audit-incident = 帳號於下班時間有查詢紀錄
example-audit-return = 請補充處置情形
audit-preview = <b>請確認後送出</b>　稽核結果：{ $result }
audit-part-done = 您的部分已抽查完畢，謝謝您。
audit-put-off = 好的，先到這裡，已答的都已保留。要繼續請用 /audit。

toast-audit-reported = 已提報，待首長或授權人員核閱。
toast-audit-read = 已核閱
toast-audit-returned = 已退回補正
toast-audit-nagged = 已催送 { $count } 人
toast-anomaly-seen = 已登錄您已知悉
audit-please-send = 🗓️ { $who } 請您儘速送交{ $period }使用及查調紀錄（期限 { $due }）。沒有查調也請送「無使用」。

anomaly-title = 🚨 <b>異常通報</b>　{ $period }
    { $who }　{ $at }
    { $what }
anomaly-of-entry = { $entry }　不符合：{ $failed }。{ $note }
anomaly-clock = 如屬資通安全事件，應於知悉後 1 小時內通報，即 { $until } 以前。
anomaly-seen-by = 已知悉：{ $who }　{ $at }
anomaly-nobody = ⚠️ 首長及授權人員都尚未連結或從缺，通報送不到；請立即當面或以電話呈報首長。如屬資通安全事件，請於 1 小時內完成通報。
anomaly-told = 🚨 已於 { $at } 通報首長。如屬資通安全事件，請於 1 小時內完成通報。
anomaly-seen = 已有人於 { $at } 知悉。

audits-title = <b>每月稽核紀錄</b>
audits-none = 目前沒有稽核紀錄；每月第一個上班日開立上個月的稽核。
audits-line = ・{ $period }　{ $state }　送 { $sent }/{ $owed }　{ $result }　{ $at }

audit-no-seat = 每月稽核由機關管理者辦理，機關首長或授權人員核閱；您目前沒有這些職務。
audit-not-yours = 這個月的稽核須由該機關的機關管理者或首長授權人員辦理。
audit-own-use = 這是您自己的使用紀錄，依迴避原則須由其他人員抽查。
audit-own-report = 這份報告是您提報的，須由機關首長或其他授權人員核閱。
audit-own-use-inside = 報告含您本人的使用紀錄，依迴避原則由{ $names }核閱。
audit-not-to-read = 這份報告須由該機關首長或授權人員核閱。
audit-drawn = 這個月已經抽樣，請用 /audit 接著抽查。
audit-checked = 這一筆已由 { $who } 抽查。
audit-unfinished = 還有 { $count } 筆尚未抽查，請先用 /audit 完成。
audit-not-normal = 有不符合或異常通報，稽核結果須為「異常」並說明。
audit-not-waiting = 這份報告目前不在待核閱狀態，請用 /audit 查看最新狀態。
audit-own-part-first = 機關管理者本人的紀錄還有 { $count } 筆待首長或授權人員抽查，抽查後才能核閱。
audit-none-of-yours = 這個月沒有由您抽查的項目；其他人抽查的由該員自己重新抽查。
audit-not-returned = 這份報告沒有退回，不能重新抽查。
audit-reported = 這個月已於 { $at } 提報。
audit-nobody-to-nag = 未送者都不在職或尚未連結，無法催送，請直接洽詢；也可用 /record 依紙本代登。
audit-nagged = 今天已經催送過，{ $day } 起可再催送。
record-drawn = 這個月已經抽樣稽核，紀錄不能再更正；如有錯誤，請告知機關管理者，由其於稽核結果說明。
