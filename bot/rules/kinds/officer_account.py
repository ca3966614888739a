"""Points 5(2) and 6(1), annex 2: an officer's account, signed by the head, carried out by the administrator."""

from ..fields import Field, QuestionType, Source, When
from ..people import Of, Role
from .kind import CARRY_OUT, JUDGE, SPEED, Change, Effect, Gate, Kind, Step

OPENING = frozenset({Change.ADD, Change.REINSTATE})
KEPT = frozenset({Change.CHANGE, Change.DELETE})

KIND = Kind(
    code="officer_account",
    series="A2",
    annex=2,
    clause="5.2.1",
    filed_by=Role.OFFICER,
    account="officer",
    fields=(
        Field("change", QuestionType.CHOICE, "5.2.1", source=Source.CHANGES),
        Field(
            "egov_ready", QuestionType.CHOICE, "5.2.2", options=("yes", "no"), only={"change": OPENING}, unknown="egov"
        ),
        Field(
            "egov_on",
            QuestionType.DATE,
            "5.2.2",
            only={"egov_ready": frozenset({"yes"})},
            unknown="egov",
            days=When.PAST,
        ),
        Field(
            "certificate_ready",
            QuestionType.CHOICE,
            "5.2.2",
            options=("yes", "no"),
            only={"change": OPENING},
            unknown="certificate",
        ),
        Field(
            "certificate_on",
            QuestionType.DATE,
            "5.2.2",
            only={"certificate_ready": frozenset({"yes"})},
            unknown="certificate",
            days=When.PAST,
        ),
        Field("items", QuestionType.SEVERAL, "6.1", source=Source.AGENCY_ITEMS, only={"change": OPENING}),
        Field("business", QuestionType.TEXT, "4.5.1", only={"change": OPENING}, limit=100),
        Field("legal_basis", QuestionType.TEXT, "4.5.2", only={"change": OPENING}, limit=200),
        Field("what_changes", QuestionType.TEXT, "5.2.1", only={"change": frozenset({Change.CHANGE})}, limit=200),
        Field("effective_on", QuestionType.DATE, "5.2.1", only={"change": KEPT}),
        Field("reason", QuestionType.TEXT, "4.5.1", limit=300),
        SPEED,
    ),
    gates=(
        Gate("egov", "egov_ready", OPENING, "5.2.2"),
        Gate("certificate", "certificate_ready", OPENING, "5.2.2"),
    ),
    route=(
        Step("sign", Role.HEAD, Of.AGENCY, JUDGE, "5.2.1"),
        Step("carry_out", Role.ADMINISTRATOR, Of.AGENCY, CARRY_OUT, "4.4.2"),
    ),
    effects={
        Change.ADD: (Effect.OPEN_ACCOUNT, Effect.GRANT_ITEMS, Effect.START_PASSWORD),
        Change.REINSTATE: (Effect.OPEN_ACCOUNT, Effect.GRANT_ITEMS, Effect.START_PASSWORD),
        Change.CHANGE: (Effect.CHANGE_ACCOUNT,),
        Change.DELETE: (Effect.CLOSE_ACCOUNT,),
    },
)
