"""Draws src/site/resources/images/tilt.png of the manual's page on faces; needs ImageMagick.

mafer bench-faces publictest.zip --sides 180 --tilts 0,15,30,45 --json > src/site/figures/tilt.json
python3 src/site/figures/tilt.py
"""
import json
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent
ROWS = json.loads((HERE / "tilt.json").read_text())["rows"]
TARGET = HERE.parent / "resources" / "images" / "tilt.png"
WIDTH, HEIGHT, LEFT, TOP, SIDE, DEEP = 900, 360, 60, 50, 320, 230
COLOURS = {"none": "#b35900", "eyes": "#0b62b8"}
NAMES = {"none": "upright crop", "eyes": "eyes level"}
TILTS = sorted({row["tilt"] for row in ROWS})
svg = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="DejaVu Sans" '
       f'font-size="13"><rect width="100%" height="100%" fill="white"/>']


def text(x, y, words, anchor="middle", colour="#222", size=13):
    svg.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" font-size="{size}">{words}</text>')


def panel(left, title, low, high, step):
    text(left + SIDE / 2, TOP - 20, title, size=14)
    for percent in range(low, high + 1, step):
        y = TOP + DEEP * (high - percent) / (high - low)
        svg.append(f'<path d="M{left} {y}H{left + SIDE}" stroke="#ddd"/>')
        text(left - 8, y + 4, f"{percent} %", "end")
    for tilt in TILTS:
        text(left + SIDE * tilt / TILTS[-1], TOP + DEEP + 20, f"{tilt:.0f}°")
    text(left + SIDE / 2, TOP + DEEP + 42, "Tilt of the face")
    return lambda tilt, share: (left + SIDE * tilt / TILTS[-1], TOP + DEEP * (high - 100 * share) / (high - low))


def line(place, values, colour, dashes=""):
    points = [place(tilt, share) for tilt, share in values]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    svg.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dashes}"/>')
    svg.extend(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in points)


first = ROWS[0]["network"]
found = panel(LEFT, "Faces detected", 0, 60, 10)
line(found, [(r["tilt"], r["found"] / r["images"]) for r in ROWS if r["network"] == first and r["alignment"] == "none"], "#444")
accuracy = panel(LEFT + SIDE + 110, "Accuracy on detected faces", 20, 80, 10)
for network, dashes in ((first, ""), (ROWS[-1]["network"], "6 4")):
    for alignment in ("none", "eyes"):
        rows = [r for r in ROWS if r["network"] == network and r["alignment"] == alignment]
        line(accuracy, [(r["tilt"], r["accuracy_cropped"]) for r in rows], COLOURS[alignment], dashes)
for i, (alignment, colour) in enumerate(COLOURS.items()):
    x = LEFT + SIDE + 110 + 10 + 150 * i
    svg.append(f'<path d="M{x} {HEIGHT - 18}h24" stroke="{colour}" stroke-width="2.5"/>')
    text(x + 30, HEIGHT - 14, NAMES[alignment], "start")
text(LEFT, HEIGHT - 14, f"solid: {first}, dashed: {ROWS[-1]['network']}", "start")
svg.append("</svg>")
image = TARGET.with_suffix(".svg")
image.write_text("\n".join(svg))
subprocess.run(["convert", str(image), str(TARGET)], check=True)
image.unlink()
