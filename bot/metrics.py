"""What a supervisor's Prometheus reads at /metrics: numbers only, nobody's name."""

from prometheus_client import CollectorRegistry, Gauge, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST as CONTENT_TYPE

from storage.vitals import Vitals

__all__ = ["CONTENT_TYPE", "page"]


def page(vitals: Vitals | None, *, leads: bool) -> bytes:
    """The page as Prometheus wants it; without `vitals` the database does not answer."""
    registry = CollectorRegistry()

    def gauge(name: str, what: str, labels: tuple[str, ...] = ()) -> Gauge:
        return Gauge(f"chadiao_{name}", what, labels, registry=registry)

    gauge("leads", "1 while this instance leads").set(leads)
    gauge("database_up", "1 while the database answers").set(vitals is not None)
    if vitals is None:
        return generate_latest(registry)
    inbox = gauge("inbox_rows", "Updates not worked off", ("state",))
    for state in ("waiting", "parked"):
        inbox.labels(state).set(vitals.inbox.get(state, 0))
    gauge("inbox_oldest_seconds", "Age of the oldest update not worked off").set(vitals.inbox_age)
    gauge("outbox_rows", "Messages not sent").set(vitals.outbox)
    gauge("outbox_oldest_seconds", "Age of the oldest message not sent").set(vitals.outbox_age)
    gauge("cases_open", "Requests under way").set(vitals.cases_open)
    gauge("cases_late", "Requests under way whose step is past its day").set(vitals.cases_late)
    late = gauge("duties_late", "Duties past their day", ("code",))
    for code, count in vitals.duties_late.items():
        late.labels(code).set(count)
    staff = gauge("people", "Staff in the roster who have not left", ("linked",))
    staff.labels("yes").set(vitals.linked)
    staff.labels("no").set(vitals.unlinked)
    gauge("ledger_entries", "Entries of the ledger").set(vitals.ledger)
    return generate_latest(registry)
