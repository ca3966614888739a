# 現場稽核與不定期稽核（要點四(二)3、四(三)2、八、九）

command-onsite = 現場稽核
onsite-title = 🏢 <b>現場稽核</b>　本年已辦 { $done }／{ $all }
onsite-title-own = 🏢 <b>稽核</b>
onsite-none = 目前沒有稽核資料。
onsite-line-done = ✔ { $agency }{ $own }　{ $period }已於 { $day } 辦理
onsite-line-planned = 📅 { $agency }{ $own }　訂於 { $day }
onsite-line-open = ・{ $agency }{ $own }　{ $period }尚未安排，期限 { $day }
onsite-line-late = ❗ { $agency }{ $own }　{ $period }已逾期，期限 { $day }
onsite-self = （自我稽核）
onsite-audit-open = ✏️ { $number }　{ $sort }　{ $agency }　檢核中
onsite-audit-left = ❗ { $number }　{ $sort }　{ $agency }　待改善或待複查 { $count } 項
onsite-audit-closed = ✔ { $number }　{ $sort }　{ $agency }　已結案
onsite-sort-yearly = 現場稽核
onsite-sort-adhoc = 不定期稽核
onsite-sort-bureau = 勞保局不定期稽核
onsite-bureau = 勞動部勞工保險局
onsite-coming = 📅 { $authority }訂於 { $day } 到貴機關現場稽核，請備妥登記簿、送件及核閱紀錄。
onsite-rules = 機關使用規定（要點四(三)2）：{ $document }
onsite-rules-none = 尚未登錄文號
onsite-duty-hint = 要點八(二)2：每年至少辦理一次現場稽核。可先安排日期，或直接開始檢核。
onsite-head = 🏢 <b>{ $number }</b>　{ $sort }{ $own }
    受稽機關：{ $agency }
    稽核機關：{ $authority }　日期：{ $day }
onsite-item = <b>{ $number }／{ $all }</b>　{ $text }（要點{ $clause }）
onsite-summary-hint = 請確認後按「登錄結果」；登錄後通知受稽機關，不能再變更。按編號可重填該項。
onsite-found-yes = ✔ { $number }. { $text }
onsite-found-none = － { $number }. { $text }（不適用）
onsite-found-no = ❗ { $number }. { $text }
    　說明：{ $note }
    　改善期限：{ $due }{ $stage }
onsite-stage-open = 　待改善
onsite-stage-reported = 　已提報改善（{ $document }），待複查
onsite-stage-accepted = 　已改善，複查通過（{ $document }）
onsite-all-well = ✔ 各項均符合，沒有應改善事項。
onsite-proposal = 獎懲建議（要點八第三項）：{ $text }
onsite-without = 無
onsite-council = 提報市政會議（要點八(二)2）：{ $state }
onsite-yes = 是
onsite-no = 否

onsite-item-register = 登記簿筆數與系統查詢筆數相符
onsite-item-purpose = 抽查案件的事由、文號及法令依據俱全，並在業務特定目的範圍內
onsite-item-content = 抽查的查調內容與案卷相符
onsite-item-consent = 無法令依據者，留有當事人簽署的同意書
onsite-item-staff = 使用者清冊與在職名冊相符
onsite-item-leavers = 離職、調職人員的帳號已註銷
onsite-item-personal = 帳號由本人專用，沒有共用
onsite-item-password = 每三個月變更密碼的紀錄俱全
onsite-item-monthly = 十二個月的送件、稽核及核閱紀錄俱全
onsite-item-minimal = 查調項目與業務相符，以最小必要為限
onsite-item-rules = 已訂定機關使用規定
onsite-item-anomalies = 異常已立即查明並呈報首長
onsite-item-copies = 列印、影印資料的存放妥適
onsite-item-filed = 列印資料均隨文併案歸檔
onsite-item-destroyed = 保存期限屆滿的資料已依規定銷毀

button-onsite = 查看稽核
button-onsite-open = { $agency }
button-onsite-audit = { $number }
button-onsite-plan = 安排日期
button-onsite-move = 改期
button-onsite-begin = 開始檢核
button-onsite-go-on = 繼續檢核
button-onsite-adhoc = 不定期稽核
button-onsite-rules = 登錄使用規定文號
button-onsite-bureau = 勞保局稽核：{ $agency }
button-onsite-mark-yes = 符合
button-onsite-mark-no = 不符合
button-onsite-mark-none = 不適用
button-onsite-record = 登錄結果
button-onsite-propose = 獎懲建議
button-onsite-council = 提報市政會議
button-onsite-edit = { $number }
button-onsite-fixed = 第 { $number } 項已改善
button-onsite-accept = 第 { $number } 項通過
button-onsite-return = 第 { $number } 項退回

ask-onsite-day = 訂於哪一天現場稽核？請點選或輸入日期（限上班日）。
ask-onsite-agency = 要稽核哪一個機關？
ask-onsite-note = 哪裡不符合？請簡要說明，勿填民眾個人資料。
example-onsite-note = 九月份登記簿少登 2 筆
ask-onsite-deadline = 請於哪一天以前改善？請點選或輸入日期（限上班日）。
ask-onsite-proposal = 獎懲建議為何？
example-onsite-proposal = 承辦人員管理完善，建請敘獎
ask-onsite-document = 請輸入改善情形的公文文號。
example-onsite-document = 府交字第1150084422號
ask-onsite-why = 退回的原因為何？受稽機關會看到。
example-onsite-why = 請補附九月份登記簿更正紀錄的文號
ask-onsite-rules = 請輸入貴機關使用規定的發布文號。
example-onsite-rules = 府交字第1150012345號

onsite-planned = { $agency }的現場稽核訂於 { $day }，已通知受稽機關。
onsite-told-planned = 🏢 { $authority }訂於 { $day } 到貴機關辦理現場稽核（要點八(二)2）。{ $old }
onsite-told-instead = （原訂 { $day }）
onsite-told-recorded = 🏢 { $authority }已登錄 { $number } 稽核結果：應改善 { $count } 項。
onsite-told-copy = 🏢 副知：{ $authority }已登錄 { $agency }稽核結果 { $number }，應改善 { $count } 項（要點九）。
onsite-recorded = 已登錄 { $number }（{ $agency }），應改善 { $count } 項，已通知受稽機關。
onsite-see = 請用 /onsite 查看。
onsite-rules-kept = 已登錄機關使用規定文號：{ $document }。
onsite-unchanged = 已取消，未變更。
correction-reported = 已提報 { $subject } 改善情形，待稽核機關複查。
correction-accepted = { $subject } 複查通過。
correction-returned = { $subject } 已退回，將繼續提醒受稽機關。
correction-told-reported = 🏢 { $agency }提報 { $subject } 已改善（{ $document }），請複查。
correction-told-accepted = 🏢 { $subject } 經 { $who } 複查通過。
correction-told-returned = 🏢 { $subject } 經 { $who } 退回：「{ $why }」。請繼續改善後再提報。

onsite-nothing = 您的職務不需辦理稽核；如有疑問，請洽貴機關管理者。
onsite-not-yours = 稽核須由稽核機關的審核人員辦理，不定期稽核也可由資訊中心辦理。
onsite-own-account = 自我稽核須由沒有查調帳號的審核人員辦理，您有使用中的帳號，請改由其他審核人員辦理。
onsite-done = 已於 { $day } 登錄結果，不能再變更。
onsite-incomplete = 第 { $number } 項尚未填寫，請填完再登錄。
onsite-holiday = { $day } 是{ $why }放假日，請改選上班日。
onsite-weekend = { $day } 不上班{ $why }，請改選上班日。
onsite-too-far = { $day } 太遠，請選擇一年內的日期。
correction-settled = 這一項目前不能這樣處理，請用 /onsite 查看最新狀態。
correction-not-yours = 須由受稽機關的機關管理者或首長辦理。

remind-correction-before = 🏢 稽核應改善事項 { $subject }，請於 { $due } 以前改善並提報，還有 { $days } 天。
remind-correction-today = 🏢 稽核應改善事項 { $subject } 今天（{ $due }）到期，請提報改善情形。
remind-correction-overdue = 🏢 稽核應改善事項 { $subject } 應於 { $due } 以前改善，已逾期 { $days } 天，請儘速提報。
remind-correction-above = 🏢 稽核應改善事項 { $subject } 應於 { $due } 以前改善，目前尚未提報。
remind-correction-many = 🏢 稽核應改善事項尚未提報者 { $count } 項：{ $names }。
why-correction = 稽核應改善事項 { $subject }，應於 { $due } 以前改善。
why-correction-above = 稽核應改善事項 { $subject } 應於 { $due } 以前改善，目前尚未提報。

agenda-correction = 稽核應改善事項
rehearsal-correction = 稽核應改善事項
