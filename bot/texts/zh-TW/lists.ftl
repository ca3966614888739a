# 清單

list-page = 第 { $page } 頁，共 { $pages } 頁
desk-agency = <b>{ $agency }</b>（{ $count } 件）
desk-line = ・{ $number }　{ $kind }　{ $subject }　{ $due } 前
desk-line-late = ・⚠️ { $number }　{ $kind }　{ $subject }　已逾期（{ $due }）
list-paper = 　紙本 { $documents }
mine-draft = 📝 您有一份尚未送出的「{ $kind }」。
button-drop = 刪除草稿
draft-dropped = 已刪除尚未送出的「{ $kind }」，未送出任何資料。
draft-gone = 這份草稿已經送出或刪除，請用 /mine 查看最新狀態。
button-page-before = 上一頁
button-page-after = 下一頁
list-of = { $list }…等共 { $count } 項
way-gap = …（中間 { $count } 筆略）
