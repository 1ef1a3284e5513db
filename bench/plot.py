"""A picture of the times: a bar for each who takes part, on one logarithmic scale."""

import math
from html import escape

LINE, NAMES, WIDTH, MARGIN = 15, 150, 560, 16
LEAST, MOST = 0.01, 100000.0              # nanoseconds
COLOURS = {"ours": "#1f77b4", "plain": "#999999"}
OTHERS = "#e0a030"


def place(value):
    value = min(max(value, LEAST), MOST)
    return NAMES + WIDTH * math.log10(value / LEAST) / math.log10(MOST / LEAST)


def text(x, y, words, more=""):
    return '<text x="%.1f" y="%.1f"%s>%s</text>' % (x, y, more and " " + more, escape(words))


def bar(figure, y):
    nanoseconds = figure.values["ns"]
    end = place(nanoseconds)
    colour = COLOURS.get(figure.who.folder, OTHERS)
    return [text(NAMES - 6, y + 10, figure.who.name, 'text-anchor="end"'),
            '<rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>' % (NAMES, y + 1, max(end - NAMES, 1), LINE - 3, colour),
            text(end + 4, y + 10, "%.3g" % nanoseconds if nanoseconds < 1000 else format(nanoseconds, ",.0f"))]


def grid(height):
    value, lines = LEAST, []
    while value <= MOST * 1.01:
        x = place(value)
        lines.append('<line x1="%.1f" y1="20" x2="%.1f" y2="%d" stroke="#dddddd"/>' % (x, x, height))
        lines.append(text(x, 14, "%g ns" % value, 'text-anchor="middle"'))
        value *= 10
    return lines


def draw(tables):
    lines, y = [], 24
    for table in tables:
        figures = [figure for figure in table.figures if "ns" in figure.values]
        if not figures:
            continue
        lines.append(text(NAMES, y + 11, "%s, %s" % (table.row.figure, table.title), 'font-weight="bold"'))
        y += LINE + 2
        for figure in sorted(figures, key=lambda figure: figure.values["ns"]):
            lines += bar(figure, y)
            y += LINE
        y += MARGIN // 2
    width = NAMES + WIDTH + 80
    return "\n".join(['<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="11">'
                      % (width, y), '<rect width="100%" height="100%" fill="white"/>', *grid(y), *lines, "</svg>", ""])
