# 人員、停權與邀請

command-people = 人員與帳號
command-invite = 邀請同仁

people-agencies = <b>各機關人員</b>（{ $count } 個機關）
people-title = <b>{ $agency }人員</b>（{ $count } 人）
people-line = ・{ $who }　{ $link }
    　帳號：{ $accounts }
    　{ $password }；{ $certificate }
people-no-seat = 人員名單由機關管理者、機關首長與資訊中心承辦人查看。您要查自己的案件，請用 /mine。
people-not-yours = { $name } 不是貴機關人員，您不能查看或處理。請洽其所屬機關的機關管理者。
button-agency = { $agency }（未連結 { $count } 人）
button-agency-staff = { $agency }（{ $count } 人，未連結 { $away }）
button-agencies = 回機關名單
button-people = 回人員名單

link-there = 已連結
link-none = 未連結
link-blocked = 已連結但無法送達
account-none = 無
account-open = { $kind }使用中
account-items = { $kind }使用中（{ $count } 項）
account-suspended-since = ⛔ { $kind }停權中（{ $day } 起）
password-state-none = 密碼日期：無
password-state-due = 密碼應於 { $due } 以前變更
password-state-late = ⚠️ 密碼已逾期（{ $due }）
certificate-there = 自然人憑證已上傳
certificate-none = 自然人憑證：無
certificate-until = 自然人憑證至 { $day }
certificate-over = ⚠️ 自然人憑證已於 { $day } 到期

person-title = <b>{ $who }</b>（{ $number }）
    { $agency }
person-roles = 職務：{ $roles }
person-link = 連結：{ $link }　{ $since }
person-account = 帳號：{ $account }　{ $opened } 開設
    { $items }
person-dates = { $password }；{ $certificate }
person-suspended = { $who }（⛔ 停權中，{ $day } 起）
mine-suspended = ⛔ 您的勞保查調系統帳號自 { $day } 起停權。要恢復使用，請以 /apply 申請復權。

button-person-suspend = 立即停權
button-person-invite = 產生邀請

ask-suspend-reason = 請選擇或輸入 { $name } <b>立即停權</b>的原因。選定後立即生效，並會通知本人與機關首長。
suspension-proposed = ⛔ 密碼逾期，建議停權。
suspension-proposed-many = ⛔ 密碼逾期，建議停權：{ $names }。請以 /people 辦理。
example-suspend-reason = 調離業務單位，帳號先行停權
suspend-reason-leaving = 離職或調職
suspend-reason-lost_card = 自然人憑證遺失
suspend-reason-misuse = 疑有不當使用，待查明
suspend-reason-no_need = 已無業務需要
suspend-reason-password = 密碼逾期未變更（要點七）
suspended = 已於 { $day } 停權：{ $name }。依要點四(四)2先行停權，書面須隨後補辦：
suspended-told = ⛔ { $name } 的勞保查調系統帳號已由 { $by } 停權，原因：「{ $reason }」。書面須隨後補辦：
suspended-own = ⛔ 您的勞保查調系統帳號已由 { $by } 停權，原因：「{ $reason }」。
suspended-paper-officer = 不再使用者，以附表二申請「刪除」；要恢復者，以附表二申請「復權」，核准前不能開設查調項目。
suspended-paper-administrator = 機關管理者帳號不再使用者，以附表一申請「刪除」；要恢復者，以附表一申請「復權」。
suspend-not-done = 已取消，未停權。
suspend-oneself = 您不能停權自己的帳號。請由機關首長或資訊中心承辦人以 /people 辦理。
suspend-no-account = { $name } 目前沒有使用中的帳號，不需停權。
suspended-already = { $name } 的帳號已於 { $day } 停權。要恢復，請由本人以 /apply 申請復權。
account-suspended = 您的帳號自 { $day } 起停權，不能申請查調項目。請先以 /apply 申請帳號「復權」，申請時可一併選擇查調項目。
items-while-suspended = { $number } 的申請人帳號自 { $day } 起停權，復權前不能開設查調項目。請退回補正，由申請人先申請復權。

ask-invite = 要邀請{ $agency }的哪一位同仁？尚有 { $count } 人未連結。請點選，或輸入員工編號（可多筆，以空格分開）。
ask-invite-agency = 要邀請哪一個機關的同仁？目前共 { $count } 人未連結。請點選，或輸入員工編號（可多筆，以空格分開）。
ask-invite-nobody = { $agency }的同仁都已連結，不需再邀請。
ask-invite-nobody-anywhere = 各機關同仁都已連結，不需再邀請。
button-invite-all = 全部未連結者（{ $count } 人）
invitations = <b>邀請</b>：{ some-days }內有效，各限使用一次。請分別交付本人，勿張貼於群組；先前未使用的邀請已失效。
invitation = ・{ $who }（{ $number }）
    { $link }
    代碼 <code>{ $code }</code>，也可輸入 /start { $code }
invite-nobody-left = 所選同仁都已連結或已不在職，未產生邀請。
invite-not-done = 已取消，未產生邀請。
invite-no-seat = 邀請由機關管理者或資訊中心承辦人產生，請洽貴機關的機關管理者。
invite-not-yours = { $name } 不是貴機關人員，不能由您邀請。請洽其所屬機關的機關管理者。
invite-left = { $name } 自 { $day } 起已不在職，不能邀請。如資料有誤，請洽資訊中心更正名冊。
invite-linked = { $name } 已連結，不需再邀請。如要更換帳號，請洽資訊中心解除原連結。
