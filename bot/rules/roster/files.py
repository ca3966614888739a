"""The files of the roster and their columns. A new column is a line here, its text in each language, and a table's."""

from ..people import AgencyKind, Role
from . import Column, File, Noun
from .cells import code, codes, day, flag, roles, text, text_or_none

LONG = 2000

AGENCIES = File(
    "agencies",
    ("code",),
    (
        Column("code", code, filled=True),
        Column("name", text, filled=True),
        Column("kind", text, filled=True, options=tuple(each.value for each in AgencyKind)),
        Column("head_signs_annex3", flag, options=("0", "1")),
    ),
)

DELEGATIONS = File(
    "delegations",
    ("district", "business"),
    (
        Column("district", code, filled=True, refers=Noun.AGENCY),
        Column("authority", code, filled=True, refers=Noun.AGENCY),
        Column("business", text, filled=True),
    ),
)

ITEMS = File(
    "items",
    ("code",),
    (
        Column("code", code, filled=True),
        Column("name", text, filled=True),
        Column("programme", text),
        Column("subject", text, filled=True, options=("person", "unit")),
    ),
)

PEOPLE = File(
    "people",
    ("staff_no",),
    (
        Column("staff_no", code, filled=True),
        Column("name", text, filled=True),
        Column("title", text),
        Column("agency", code, filled=True, refers=Noun.AGENCY),
        Column("roles", roles, limit=LONG),
        Column("egov_account", text_or_none),
        Column("certificate_on", day),
        Column("certificate_until", day, optional=True),
        Column("left_on", day),
        Column("locale", text, options=("zh-TW", "en")),
    ),
)

AGENCY_ITEMS = File(
    "agency_items",
    ("agency", "item", "business"),
    (
        Column("agency", code, filled=True, refers=Noun.AGENCY),
        Column("item", code, filled=True, refers=Noun.ITEM),
        Column("legal_basis", text, limit=LONG),
        Column("business", text),
    ),
    opening=True,
)

ACCOUNTS = File(
    "accounts",
    ("staff_no", "kind"),
    (
        Column("staff_no", code, filled=True, refers=Noun.PERSON),
        Column("kind", text, filled=True, options=(Role.OFFICER.value, Role.ADMINISTRATOR.value)),
        Column("opened_on", day, filled=True),
        Column("password_changed_on", day),
        Column("items", codes, refers=Noun.ITEM, limit=LONG),
    ),
    opening=True,
)

FILES = (AGENCIES, DELEGATIONS, ITEMS, PEOPLE, AGENCY_ITEMS, ACCOUNTS)
