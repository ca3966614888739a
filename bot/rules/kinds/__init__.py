"""One file per kind of request; a file put here is a kind that can be applied for."""

from importlib import import_module
from pkgutil import iter_modules

from .kind import Kind

KINDS: dict[str, Kind] = {
    kind.code: kind
    for module in sorted(each.name for each in iter_modules(__path__) if each.name != "kind")
    for kind in [import_module(f".{module}", __name__).KIND]
}


def kind_of(code: str) -> Kind:
    return KINDS[code]
