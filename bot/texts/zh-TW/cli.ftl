# 命令列

cli-token-missing = 缺少 BOT_TOKEN。請設定機器人的權杖後再執行；若只想試用，請執行 make sandbox。
cli-token-refused = Telegram 不認得 BOT_TOKEN，請核對權杖。
cli-already-running = 這個資料庫已有一個執行中的機器人，同一時間只能有一個。
cli-lead-lost = 與資料庫的連線中斷，已由其他執行個體接手；請重新啟動本程式待命。
cli-migrate-first = 資料庫版本較舊，請先執行 python -m bot migrate。
cli-database-away = 無法開啟資料庫（{ $error }），請檢查 BOT_DATABASE。
cli-file-exists = 檔案 { $file } 已存在，請換個檔名。
cli-port-taken = 連接埠 { $port } 無法使用，請以 --port 指定其他號碼。
cli-not-parked = 編號 { $row } 不是擱置中的訊息，請先用 inbox list 查看。
cli-not-open = 編號 { $row } 已處理完畢或不存在，請先用 inbox list 查看。
cli-ledger-broken = 稽核軌跡有異常：{ $faults }
cli-not-a-moment = 看不懂時間 { $at }，請用 2026-12-03T08:30 的格式。
cli-remind-ahead = 注意：這個時間在一天以後，列出的提醒已視為發出，屆時不會再提醒。
cli-sandbox-open = 試用環境已啟動：{ $url }（按 Ctrl+C 結束）

doctor-well = 一切正常。
doctor-token = BOT_TOKEN 未設定，或連不到 Telegram。請核對權杖與網路。
doctor-no-roster = 尚未匯入名冊。請用 roster template 產生範本，填妥後用 roster import 匯入。
doctor-vacant = { $agency }：{ $seat }無人擔任，案件會停在這個步驟。請於名冊補上。
doctor-unlinked = { $agency }：{ $seat }都尚未連結，案件會停在這個步驟。請執行 invite { $staff }。
doctor-calendar = { $roc } 年（{ $year }）尚未匯入人事行政總處的辦公日曆，目前依法定假日推算。請下載該年 CSV 檔，以 calendar import 匯入。
doctor-parked = 有 { $count } 則訊息擱置中，請用 inbox list 查看後重試或結案。
cli-setting-wrong = 設定值不正確，請檢查：{ $names }
cli-not-a-head = 看不懂 { $head }，請用「筆數:核對碼」的格式。

# 沙盒的情境

situation-day-nine = 九日，還有三人未送紀錄
situation-day-nine-hint = 社會局五位承辦人只有兩位送交上月紀錄，機關管理者周專員已收到名單。
situation-head-on-leave = 首長請假，由代理人決行
situation-head-on-leave-hint = 勞動局吳局長公假一週，黃辦事員的帳號申請已到代理人張科長手上。
situation-leaver = 離職人員還有兩件申請在途
situation-leaver-hint = 社會局謝社工員今天起不在職，他的兩件申請還在辦理中。
