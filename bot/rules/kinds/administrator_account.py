"""Point 5(1), annex 1: an administrator's account, signed by the head, reviewed (point 9), opened by the Center."""

from ..fields import Field, QuestionType, Source, When
from ..people import Copies, Of, Role
from .kind import BUSINESS, CARRY_OUT, JUDGE, SPEED, SUBJECT, Change, Effect, Gate, Kind, Step

OPENING = frozenset({Change.ADD, Change.REINSTATE})
KEPT = frozenset({Change.CHANGE, Change.DELETE})
YES = frozenset({"yes"})

KIND = Kind(
    code="administrator_account",
    series="A1",
    annex=1,
    clause="5.1.1",
    filed_by=Role.ADMINISTRATOR,
    account="administrator",
    copies=Copies.AUTHORITIES,
    fields=(
        Field(SUBJECT, QuestionType.CHOICE, "3.4", source=Source.DESIGNATED, unknown="alone"),
        Field(BUSINESS, QuestionType.CHOICE, "9", source=Source.BUSINESSES, unknown="not_entrusted"),
        Field("change", QuestionType.CHOICE, "5.1.1", source=Source.CHANGES),
        Field(
            "egov_ready", QuestionType.CHOICE, "5.1.2", options=("yes", "no"), only={"change": OPENING}, unknown="egov"
        ),
        Field("egov_on", QuestionType.DATE, "5.1.2", only={"egov_ready": YES}, unknown="egov", days=When.PAST),
        Field(
            "certificate_ready",
            QuestionType.CHOICE,
            "5.1.2",
            options=("yes", "no"),
            only={"change": OPENING},
            unknown="certificate",
        ),
        Field(
            "certificate_on",
            QuestionType.DATE,
            "5.1.2",
            only={"certificate_ready": YES},
            unknown="certificate",
            days=When.PAST,
        ),
        Field("handover", QuestionType.TEXT, "5.1.1", only={"change": OPENING}, optional=True, limit=200),
        Field("what_changes", QuestionType.TEXT, "5.1.1", only={"change": frozenset({Change.CHANGE})}, limit=200),
        Field("effective_on", QuestionType.DATE, "5.1.1", only={"change": KEPT}),
        Field("reason", QuestionType.TEXT, "5.1.1", limit=300),
        SPEED,
    ),
    gates=(
        Gate("egov", "egov_ready", OPENING, "5.1.2"),
        Gate("certificate", "certificate_ready", OPENING, "5.1.2"),
    ),
    route=(
        Step("sign", Role.HEAD, Of.AGENCY, JUDGE, "5.1.1"),
        Step("review", Role.REVIEWER, Of.AUTHORITY, JUDGE, "4.2.1"),
        Step("center", Role.OPERATOR, Of.CENTER, CARRY_OUT, "4.1.2"),
    ),
    effects={
        Change.ADD: (Effect.OPEN_ACCOUNT, Effect.START_PASSWORD),
        Change.REINSTATE: (Effect.OPEN_ACCOUNT, Effect.START_PASSWORD),
        Change.CHANGE: (Effect.CHANGE_ACCOUNT,),
        Change.DELETE: (Effect.CLOSE_ACCOUNT,),
    },
)
