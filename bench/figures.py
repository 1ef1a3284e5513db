"""What is found out: a Table for each variant of a row, with a Figure for each who takes part."""

from dataclasses import dataclass, field

NOISE = 1.03        # a ratio of times that are the same comes out as that from time to time


def number(unit, value):
    """As many digits as mean something."""
    if unit == "bytes" or abs(value) >= 1000:
        return format(value, ",.0f")
    if abs(value) >= 100 or abs(value) >= 10 and unit == "instructions":
        return format(value, ".1f")
    return format(value, ".2f" if abs(value) >= 0.1 else ".4f")


@dataclass
class Figure:
    who: object                                     # the Competitor
    values: dict = field(default_factory=dict)      # unit: how many per round
    limits: dict = field(default_factory=dict)      # unit: at most so many; only for ours
    note: str = ""                                  # how it was measured, where that differs from the others

    def exceeded(self):
        return [unit for unit, limit in self.limits.items() if self.values.get(unit, 0) > limit]


@dataclass
class Table:
    row: object
    variant: str
    figures: list
    missing: list                                   # names of those who would take part, were they installed

    @property
    def title(self):
        return self.row.name + (", " + self.variant if self.variant else "")

    def ours(self):
        return [figure for figure in self.figures if figure.who.folder == "ours"]

    def best_peer(self, unit):
        """None where no peer has been measured in this unit."""
        peers = [figure for figure in self.figures if figure.who.is_peer and figure.values.get(unit, 0) > 0]
        return min(peers, key=lambda figure: figure.values[unit], default=None)

    def plain(self, compiler):
        """None where it has been left out."""
        found = (figure for figure in self.figures if figure.who.folder == "plain" and figure.who.compiler == compiler)
        return next(found, None)


def limit_by_plain(table, units):
    """Ours may take so many times what plain C takes with the same compiler."""
    for unit, ratio in table.row.of_plain.items():
        for figure in table.ours() if unit in units else []:
            plain = table.plain(figure.who.compiler)
            if plain:
                figure.limits[unit] = plain.values[unit] * ratio * (NOISE if unit == "ns" else 1)
