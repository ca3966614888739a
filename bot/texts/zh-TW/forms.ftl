# 紙本表單

sheet-city = 桃園市政府
sheet-annex-1 = 附表一
sheet-annex-2 = 附表二
sheet-annex-3 = 附表三
sheet-title-1 = 勞保局資訊中介服務查調機關管理者帳號申請表
sheet-title-2 = 勞保局資訊中介服務查調業務承辦者申請表
sheet-title-3 = 勞保局資訊中介服務查調項目增減表

sheet-number = 案號
sheet-filed-on = 申請日期
sheet-applying = 申請機關
sheet-agency = { $name }（{ $code }）
sheet-speed-ordinary = 普通件
sheet-speed-urgent = 速件
sheet-name = 姓名
sheet-job = 職稱
sheet-unit = 單位
sheet-phone = 公務電話
sheet-mail = 公務電子郵件
sheet-egov = e政府公務帳號
sheet-ready-egov = 公務帳號已申請
sheet-ready-certificate = 自然人憑證上傳
sheet-day = { $day }
sheet-yes = 是
sheet-no = 否
sheet-none = 無
sheet-change-account = 帳號
sheet-change-items = 查調項目權限
sheet-deputies = 職務代理人
sheet-pledge = 保密切結簽署
sheet-document = 公文文號
sheet-period = 使用期限
sheet-from-to = 自　　　年　　　月　　　日起，至　　　年　　　月　　　日止

sheet-change-agency = 增減
sheet-place = 項次
sheet-code = 代碼
sheet-item = 查調項目
sheet-law = 授權法令規定
sheet-run = { $first }～{ $last }
sheet-law-article = { $law }{ $article }
sheet-items-title = 申請項目
sheet-laws-title = 檢附授權法令規定
sheet-verdicts-title = 審核及核准結果
sheet-review = 資料庫管理機關審核
sheet-sent-on = 送勞保局日期
sheet-changed-on = 權限異動完成日
sheet-people = 使用者人數

sheet-signatures = 核章欄
sheet-applicant = 申請人
sheet-chief = 單位主管
sheet-of-agency = 申請機關
sheet-of-authority = 資料庫管理機關
sheet-of-center = 最高管理機關
sheet-capacity = { $capacity } { $holder }
sheet-capacity-because = { $capacity } { $holder }（{ $reason }）
sheet-ground-tap = 系統
sheet-ground-paper = 紙本
sheet-recorded = （{ $who } 登錄）
sheet-verdict = { $ground }{ $verdict }

sheet-course = 簽核歷程（{ $state }）
sheet-course-when = 日期時間
sheet-course-step = 步驟
sheet-course-verdict = 辦理情形
sheet-course-who = 人員
sheet-course-capacity = 身分
sheet-course-ground = 憑據
sheet-course-opinion = 意見

sheet-when = { $year }年 { $at }

sheet-note = 「系統」之核示為簽核流程紀錄；依規定須用印或簽名者，請於核章欄為之，並以公文文號補登。
sheet-struck = －
sheet-users = { $count } 人（列印時）
sheet-by-hand-1 = 單位、公務電話、公務電子郵件及保密切結，本系統不蒐集，請申請人於列印後填寫。
sheet-by-hand-2 = 單位、公務電話、公務電子郵件、使用期限及保密切結，本系統不蒐集，請申請人於列印後填寫。
sheet-by-hand-3 = 單位、公務電話及公務電子郵件，本系統不蒐集，請機關管理者於列印後填寫。
sheet-rare = 本表含現有字型未收錄的字，以 { $codes } 表示，請於列印後手寫補正。
sheet-seal = 稽核軌跡核對碼：{ $seal }
sheet-page = 第 { $page } 頁，共 { $pages } 頁
sheet-printed = 列印：{ $day } { $at }

button-print = 列印表單
toast-print = 正在產製 { $number } 的表單，稍候送達。
sheet-file = { $number }.pdf
sheet-not-for-you = { $number } 的表單只提供申請人、本案的核示與辦理人員及副知機關列印。您不在其中；如有業務需要，請洽申請人或本案承辦人。

cli-no-case = 沒有案號 { $number } 的案件，請核對案號（例如 115-A2-0001）。
cli-form-which = 請指定一個案號，或以 --blank 指定空白表（annex1、annex2、annex3），二者擇一。
cli-cannot-write = 無法寫入 { $file }，請檢查路徑與權限。
doctor-font = 缺少字型套件 { $package }，表單會少字。請以 requirements.lock 重新安裝。
doctor-rare = 表單印不出下列姓名中的字：{ $names }。請安裝全字庫字型（apt-get install fonts-cns11643-kai）；未安裝前會以字碼代替並註明。
