"""Point 6(2), annex 3: items of an agency, reviewed one by one, applied for at the Bureau, granted as it answers."""

from dataclasses import replace

from ..fields import Field, QuestionType, Shape, Source, When
from ..people import Copies, Of, Role, Switch
from .kind import BUSINESS, JUDGE, OWN_BASIS, SAME, SPEED, Change, Effect, Kind, Step, Verdict

MORE = {"change": frozenset({Change.INCREASE})}
LESS = {"change": frozenset({Change.DECREASE})}
EACH = {**MORE, **OWN_BASIS}

KIND = Kind(
    code="agency_items",
    series="I3",
    annex=3,
    clause="6.2",
    filed_by=Role.ADMINISTRATOR,
    one_at_a_time=False,
    copies=Copies.LABOUR,
    items=("items_requested", "items_dropped"),
    fields=(
        Field(BUSINESS, QuestionType.CHOICE, "9", source=Source.BUSINESSES, unknown="not_entrusted"),
        Field("change", QuestionType.CHOICE, "6.2", source=Source.AGENCY_ITEM_CHANGES),
        Field("items_requested", QuestionType.SEVERAL, "4.4.4", source=Source.ITEMS_TO_REQUEST, only=MORE),
        Field("items_dropped", QuestionType.SEVERAL, "6.2", source=Source.ITEMS_IN_FORCE, only=LESS),
        Field("business", QuestionType.TEXT, "4.4.4", only=MORE, unknown="business_chosen", limit=100),
        replace(SAME, only=MORE),
        Field("law", QuestionType.TEXT, "6.2", only=EACH, each=True, limit=100),
        Field("article", QuestionType.TEXT, "6.2", only=EACH, each=True, limit=100),
        Field("provision", QuestionType.TEXT, "6.2", only=EACH, each=True, limit=600),
        Field(
            "document_no",
            QuestionType.TEXT,
            "6.2",
            only=EACH,
            each=True,
            limit=60,
            shape=Shape.DOCUMENT,
        ),
        Field("purpose", QuestionType.TEXT, "6.2", only=EACH, each=True, limit=200),
        Field("minimal_need", QuestionType.TEXT, "6.2", only=EACH, each=True, limit=200),
        Field("monthly_count", QuestionType.NUMBER, "6.2", only=EACH, each=True),
        Field("reason", QuestionType.TEXT, "6.2", only=LESS, limit=300),
        SPEED,
    ),
    gates=(),
    route=(
        Step("sign", Role.HEAD, Of.AGENCY, JUDGE, "6.2", switch=Switch.HEAD_SIGNS_ANNEX3),
        Step(
            "review",
            Role.REVIEWER,
            Of.AUTHORITY,
            (Verdict.APPROVE, Verdict.BY_ITEM, Verdict.RETURN, Verdict.REJECT),
            "4.2.2",
            asks={
                Verdict.BY_ITEM: (
                    Field(
                        "review",
                        QuestionType.CHOICE,
                        "4.2.2",
                        options=("agree", "disagree"),
                        each=True,
                        drops=frozenset({"disagree"}),
                    ),
                    Field(
                        "review_reason",
                        QuestionType.TEXT,
                        "4.2.2",
                        only={"review": frozenset({"disagree"})},
                        suggestions=("no_legal_basis", "no_need", "beyond_purpose", "too_much"),
                        each=True,
                    ),
                )
            },
        ),
        Step(
            "send",
            Role.OPERATOR,
            Of.CENTER,
            (Verdict.SENT, Verdict.RETURN),
            "4.1.3",
            asks={Verdict.SENT: (Field("sent_no", QuestionType.TEXT, "4.1.3", limit=60, shape=Shape.DOCUMENT),)},
        ),
        Step(
            "bureau",
            Role.OPERATOR,
            Of.CENTER,
            (Verdict.ANSWER,),
            "6.2",
            asks={
                Verdict.ANSWER: (
                    Field(
                        "bureau",
                        QuestionType.CHOICE,
                        "6.2",
                        options=("granted", "partly", "refused"),
                        each=True,
                        drops=frozenset({"refused"}),
                    ),
                    Field("bureau_part", QuestionType.TEXT, "6.2", only={"bureau": frozenset({"partly"})}, each=True),
                    Field("bureau_no", QuestionType.TEXT, "6.2", limit=60, shape=Shape.DOCUMENT),
                    Field("bureau_on", QuestionType.DATE, "6.2", days=When.PAST),
                )
            },
            is_final=True,
            patience=5,
        ),
        Step("center", Role.OPERATOR, Of.CENTER, (Verdict.DONE,), "6.2", is_final=True),
    ),
    effects={
        Change.INCREASE: (Effect.GRANT_AGENCY_ITEMS,),
        Change.DECREASE: (Effect.REMOVE_AGENCY_ITEMS,),
    },
)
