# 連結

welcome = { $who } 您好，您的帳號已完成連結。
    這裡是勞保查調系統的申請、簽核與期限提醒服務。
    機關：{ $agency }
    職務：{ $roles }
welcome-officer = ・用 /apply 申請帳號或查調項目；每月十日前以 /record 送前一個月的紀錄。
welcome-administrator = ・待您辦理的案件會自動送到這裡；用 /apply 申請管理者帳號或機關查調項目。
welcome-head = ・待您核示的案件會自動送到這裡，按鈕即可處理。
welcome-authorised = ・每月稽核報告會送到這裡，請您核閱。
welcome-reviewer = ・待您審核的案件會自動送到這裡，按鈕即可處理。
welcome-operator = ・待資訊中心辦理的案件會自動送到這裡；用 /invite 邀請各機關同仁。
welcome-end = 其他功能請看 /menu，使用說明 /help。
role-none = 目前無
menu-hint = 您的帳號已連結，請用 /menu 查看可用的功能。
code-refused = 這個邀請連結無效、已使用或已過期。請向貴機關管理者索取新的連結。
code-too-many = 嘗試次數過多，請於一小時後再試，或請貴機關管理者重新發送邀請連結。
link-moved = 您的連結已移至另一個 Telegram 帳號，這裡不再收到通知。如果不是您本人操作，請立即通知貴機關管理者。
invite-refused = 名冊查無下列員工編號，或已離職，未產生任何邀請碼：{ $numbers }
staff-unknown = 名冊查無員工編號 { $number }。

# 匯入名冊：結果

roster-imported = 名冊已匯入：{ $files }。
roster-unchanged = 名冊內容與前次匯入相同，沒有變更。
roster-counts = { $file } 共 { $rows } 列（新增 { $added }，變更 { $changed }）
roster-with-ignored = { $summary }未匯入（不是名冊的檔案）：{ $ignored }。

# 匯入名冊：錯誤

roster-fault = { $file } 第 { $row } 列「{ $column }」：{ $why }
roster-fault-file = { $file }：{ $why }
roster-not-a-roster = 找不到這個路徑，或不是 .xlsx 活頁簿、CSV 資料夾。請確認路徑。
roster-nothing-found = 找不到任何名冊檔案。檔名或工作表名稱應為：{ $names }。
roster-not-a-workbook = 無法開啟這個活頁簿，檔案可能已損壞或設有密碼。請另存為 .xlsx 後再試。
roster-is-big5 = 編碼為 Big5（CP950），請另存為「CSV UTF-8」後再匯入。
roster-not-utf8 = 編碼不是 UTF-8，請另存為「CSV UTF-8」後再匯入。
roster-not-a-csv = 不是正確的 CSV 檔，請檢查引號是否成對。
roster-sheet-empty = 沒有標題列，請用 roster template 產生的範本填寫。
roster-column-unknown = 沒有這個欄位，請核對標題列的欄名。
roster-column-missing = 缺少這個欄位。
roster-column-twice = 這個欄位重複出現，請只保留一欄。
roster-cell-outside = 這一格超出標題列的欄位，請檢查是否多了逗號或資料錯欄。
roster-cell-empty = 不可空白。
roster-guarded = 內容疑似身分證號、手機號碼等個人資料，不得匯入，請刪除或改用員工編號。
roster-too-long = 內容有 { $length } 字，請縮短至 { $limit } 字以內。
roster-not-an-option = 「{ $value }」不是可用的值，請填下列其中之一：{ $options }。
roster-unknown-role = 「{ $value }」不是可用的職務，可填：{ $options }；多項以 ; 分隔。
roster-not-a-code = 「{ $value }」不能當作代碼，代碼不可含空白、斜線、逗號、頓號或分號。
roster-not-a-date = 看不懂日期「{ $value }」，請用 115/11/23、1151123 或 2026-11-23。
roster-date-too-far = { $day } 在十年以後，請檢查年份。
roster-twice = 與第 { $other } 列重複，同一筆資料只能有一列。
roster-unknown-agency = 查無機關代碼「{ $value }」，請先列入 agencies。
roster-unknown-item = 查無查調項目「{ $value }」，請先列入 items。
roster-unknown-person = 查無員工編號「{ $value }」，請先列入 people。
roster-only-one = 「{ $kind }」只能有一個機關，另有：{ $others }。
roster-not-a-district = 「{ $value }」不是區公所（district），只有區公所可以受委託。
roster-own-authority = 「{ $value }」不能委託自己。
roster-item-not-granted = 查調項目「{ $value }」不在機關 { $agency } 的查調項目內，請先列入 agency_items。

# 名冊範本

roster-notes = 說明
roster-notes-sheet = 工作表
roster-notes-column = 欄位
roster-notes-meaning = 填寫說明
roster-file-agencies = 機關。agencies、delegations、items、people 四張表：與前次匯入不同的儲存格才會生效；刪掉的列不影響既有資料。
roster-file-delegations = 委託業務：各區公所受哪個機關委託哪項業務。
roster-file-items = 查調項目，名稱請依勞保局核定名稱填寫。
roster-file-people = 人員與職務。離職請填 left_on，不必刪列。
roster-file-agency-items = 各機關已核定的查調項目（期初資料）。只匯入系統還沒有的項目。
roster-file-accounts = 已開設的帳號（期初資料）。只匯入系統還沒有的帳號；密碼變更日只會往後更新。
roster-column-agencies-code = 機關代碼，例如 SA01。必填，不可重複。
roster-column-agencies-name = 機關全銜，例如 社會局。必填。
roster-column-agencies-kind = 機關類別，必填：information_center（資訊中心，限一個）、labour（勞動局，限一個）、using（使用機關）、district（區公所）、external（府外機關）。
roster-column-agencies-head-signs-annex3 = 附表三是否先經首長核章：1 是，0 或空白 否。
roster-column-delegations-district = 受委託區公所的機關代碼。必填。
roster-column-delegations-authority = 委託機關（業務主管機關）的代碼。必填；同一區公所的同一業務只能有一個委託機關。
roster-column-delegations-business = 業務名稱，例如 社會救助。必填。
roster-column-items-code = 查調項目代碼，例如 LI-01。必填，不可重複。
roster-column-items-name = 查調項目名稱。必填。
roster-column-items-programme = 所屬業務，例如 勞工保險。
roster-column-items-subject = 查調對象，必填：person（個人）或 unit（投保單位）。
roster-column-people-staff-no = 員工編號。必填，不可重複；請勿填身分證號。
roster-column-people-name = 姓名。必填。
roster-column-people-title = 職稱，例如 科員。
roster-column-people-agency = 所屬機關代碼。必填。
roster-column-people-roles = 職務，多項以 ; 分隔：officer（業務承辦者）、administrator（機關管理者）、head（機關首長）、authorised（首長授權人員）、reviewer（審核人員）、operator（資訊中心承辦人）。
roster-column-people-egov-account = e政府公務帳號名稱（不是密碼）。未申請請留空白。
roster-column-people-certificate-on = 自然人憑證上傳日，例如 115/01/05。未上傳請留空白。
roster-column-people-certificate-until = 自然人憑證到期日。選填，整欄可省略。
roster-column-people-left-on = 離職日：不再任職的第一天。到日即取消連結；清空表示回任，須重新邀請。
roster-column-people-locale = 介面語言：zh-TW 或 en。空白為系統預設。
roster-column-agency-items-agency = 機關代碼。必填。
roster-column-agency-items-item = 查調項目代碼。必填。
roster-column-agency-items-legal-basis = 法令依據，例如 社會救助法第44條之3。
roster-column-agency-items-business = 受委託業務名稱，須與 delegations 相同；自有業務請留空白。
roster-column-accounts-staff-no = 員工編號。必填。
roster-column-accounts-kind = 帳號種類，必填：officer（業務承辦者）或 administrator（機關管理者）。
roster-column-accounts-opened-on = 開設日，例如 115/01/10。必填。
roster-column-accounts-password-changed-on = 最近一次密碼變更日（只填日期，不填密碼）。空白時自開設日起算。
roster-column-accounts-items = 可用的查調項目代碼，多項以 ; 分隔，須為所屬機關已有的項目。
