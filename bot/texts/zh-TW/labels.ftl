# 名稱、按鈕與欄位

some-days = { $days } 天
role-officer = 業務承辦者
role-administrator = 機關管理者
role-head = 機關首長
role-authorised = 首長授權人員
role-reviewer = 審核人員
role-operator = 資訊中心承辦人

kind-administrator_account = 機關管理者帳號（附表一）
kind-officer_account = 業務承辦者帳號（附表二）
kind-officer_items = 查調項目權限（附表二）

decide-sign = 請核示
decide-review = 請審核
decide-carry_out = 請辦理
decide-center = 請辦理

step-file = 申請
step-review = 審核
step-center = 資訊中心辦理
step-sign = 首長核章
step-carry_out = 機關管理者辦理

state-open = 辦理中
state-returned = 退回補正
state-done = 已完成
state-rejected = 已駁回
state-withdrawn = 已撤回

verdict-file = 已送出
verdict-send_again = 補正後已再送
verdict-withdraw = 撤回
verdict-approve = 核准
verdict-done = 辦理完成
verdict-return = 退回補正
verdict-reject = 駁回

capacity-in_person = 本人
capacity-acting = 代理
capacity-for_head = 代行
capacity-delegated = 代為決行
capacity-for-acting = （代理 { $holder }）
capacity-for-for_head = （代行 { $holder }）
capacity-for-delegated = （為 { $holder } 代為決行）

button-approve = 核准
button-return = 退回補正
button-reject = 駁回
button-done = 完成
button-withdraw = 撤回
button-mend = 修改後再送
button-show = 查看 { $number }
button-send = 送出
button-edit = 修改
button-cancel = 取消
button-back = 上一步
button-skip = 略過
button-ready = 選好了
button-resume = 繼續填寫
button-restart = 重新開始
button-restore = 復原
button-today = 今天 { $day }
ticked = ✅ { $label }
verbatim = { $text }
item = { $code } { $name }

field-subject = 申請對象
field-entrusted_business = 委託業務
field-handover = 交接說明
field-change = 申請類別
field-egov_ready = 是否已申請e政府公務帳號
field-egov_on = e政府公務帳號申請日
field-certificate_ready = 是否已上傳自然人憑證
field-certificate_on = 自然人憑證上傳日
field-items = 查調項目
field-items_removed = 刪除的查調項目
field-business = 承辦業務
field-legal_basis = 法令依據
field-what_changes = 異動內容
field-effective_on = 生效日
field-reason = 申請原因
field-speed = 速別

option-change-add = 新增
option-change-change = 異動
option-change-delete = 刪除
option-change-reinstate = 復權
option-entrusted_business-own = 本所自有業務
option-egov_ready-yes = 是
option-egov_ready-no = 否
option-certificate_ready-yes = 是
option-certificate_ready-no = 否
option-speed-ordinary = 普通件（每步驟 6 個工作日）
option-speed-urgent = 速件（每步驟 3 個工作日）

reason-return-documents = 申請原因說明不足
reason-return-legal_basis = 法令依據未載明條項
reason-return-items = 查調項目與業務不符
reason-return-business = 承辦業務說明不足
reason-reject-no_need = 無業務需要
reason-reject-no_legal_basis = 無法令依據
reason-reject-not_in_post = 申請人已非業務承辦者
reason-reject-beyond_purpose = 逾越業務特定目的範圍

locale-zh-TW = 正體中文
locale-en = English

person = { $name } { $title }
person-unlinked = { $name } { $title }（尚未連結）
acting-for = { $deputy }（{ $capacity } { $holder }）
seat-vacant = { $seat }目前無人，案件會在此等候
nothing = {""}
declared = 申請人自行聲明
answer-skipped = （略）

command-apply = 提出申請
command-mine = 我的案件
command-desk = 待辦事項
command-password = e政府公務帳號密碼變更日
command-why = 查看要點依據
command-cancel = 取消目前的問題
command-language = 切換語言
command-help = 使用說明
command-privacy = 個資與資安說明
command-menu = 功能選單
