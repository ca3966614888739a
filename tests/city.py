"""A small city for the tests: two agencies and the offices above them, as roster sheets."""

from collections.abc import Mapping, Sequence

from bot.rules.roster import Sheet

PEOPLE = (
    # staff_no, name, agency, roles, egov_account, certificate_on
    ("O1", "林承辦", "TB", "officer", "lin", "2025-01-06"),
    ("O2", "謝新人", "TB", "officer", "", ""),
    ("H1", "李局長", "TB", "head", "", ""),
    ("H2", "王副局長", "TB", "head", "", ""),
    ("A1", "陳管理", "TB", "administrator", "chen", "2025-01-06"),
    ("HO", "吳首長兼辦", "TB", "officer;head", "wu", "2025-01-06"),
    ("O9", "外機關", "CB", "officer", "wai", "2025-01-06"),
    ("H9", "他首長", "CB", "head", "", ""),
    ("IC", "資訊承辦", "IC", "operator", "", ""),
    ("LD", "勞動審核", "LD", "reviewer", "", ""),
)


def roster(
    people: Sequence[tuple[str, str, str, str, str, str]] = PEOPLE, **more: Sequence[Mapping[str, str]]
) -> dict[str, Sheet]:
    """The sheets of a roster; `more` replaces whole sheets."""
    columns = ("staff_no", "name", "agency", "roles", "egov_account", "certificate_on")
    records: dict[str, Sequence[Mapping[str, str]]] = {
        "agencies": [
            {"code": code, "name": name, "kind": kind, "head_signs_annex3": "0"}
            for code, name, kind in (
                ("IC", "資訊中心", "information_center"),
                ("LD", "勞動局", "labour"),
                ("TB", "交通局", "using"),
                ("CB", "文化局", "using"),
            )
        ],
        "items": [
            {"code": "LI-01", "name": "目前加保", "programme": "勞保", "subject": "person"},
            {"code": "LI-06", "name": "投保單位", "programme": "勞保", "subject": "unit"},
        ],
        "agency_items": [
            {"agency": "TB", "item": item, "legal_basis": "公路法第77條", "business": ""} for item in ("LI-01", "LI-06")
        ],
        "people": [
            {**dict(zip(columns, each, strict=True)), "title": "科員", "left_on": "", "locale": "zh-TW"}
            for each in people
        ],
    }
    return {name: Sheet.of(f"{name}.csv", rows) for name, rows in {**records, **more}.items()}
