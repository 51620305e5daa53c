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
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
command = ["convert", "-size", f"{WIDTH}x{HEIGHT}", "xc:white", "-font", FONT]


def draw(colour, width, what, fill="none"):
    command.extend(["-stroke", colour, "-strokewidth", str(width), "-fill", fill, "-draw", what])


def text(x, y, words, anchor="middle", size=13):
    gravity = {"middle": 0.5, "end": 1, "start": 0}[anchor]
    # The mean width of DejaVu Sans' letters in these texts is 0.56 of its size.
    left = x - gravity * 0.56 * size * len(words)
    command.extend(["-pointsize", str(size)])
    draw("none", 0, f"text {left:.1f},{y:.1f} '{words}'", "#222222")


def panel(left, title, low, high, step):
    text(left + SIDE / 2, TOP - 20, title, size=14)
    for percent in range(low, high + 1, step):
        y = TOP + DEEP * (high - percent) / (high - low)
        draw("#dddddd", 1, f"line {left},{y} {left + SIDE},{y}")
        text(left - 8, y + 4, f"{percent} %", "end")
    for tilt in TILTS:
        text(left + SIDE * tilt / TILTS[-1], TOP + DEEP + 20, f"{tilt:.0f}°")
    text(left + SIDE / 2, TOP + DEEP + 42, "Tilt of the face")
    return lambda tilt, share: (left + SIDE * tilt / TILTS[-1], TOP + DEEP * (high - 100 * share) / (high - low))


def line(place, values, colour, dashes=""):
    points = [place(tilt, share) for tilt, share in values]
    for (x, y), (u, v) in zip(points, points[1:]):
        draw(colour, 2.5, (f"stroke-dasharray {dashes} " if dashes else "") + f"line {x:.1f},{y:.1f} {u:.1f},{v:.1f}")
    for x, y in points:
        draw("none", 0, f"circle {x:.1f},{y:.1f} {x + 4:.1f},{y:.1f}", colour)


first = ROWS[0]["network"]
found = panel(LEFT, "Faces detected", 0, 60, 10)
line(found, [(r["tilt"], r["found"] / r["images"]) for r in ROWS if r["network"] == first and r["alignment"] == "none"], "#444444")
accuracy = panel(LEFT + SIDE + 110, "Accuracy on detected faces", 20, 80, 10)
for network, dashes in ((first, ""), (ROWS[-1]["network"], "6 4")):
    for alignment in ("none", "eyes"):
        rows = [r for r in ROWS if r["network"] == network and r["alignment"] == alignment]
        line(accuracy, [(r["tilt"], r["accuracy_cropped"]) for r in rows], COLOURS[alignment], dashes)
for i, (alignment, colour) in enumerate(COLOURS.items()):
    x = LEFT + SIDE + 110 + 10 + 150 * i
    draw(colour, 2.5, f"line {x},{HEIGHT - 18} {x + 24},{HEIGHT - 18}")
    text(x + 30, HEIGHT - 14, NAMES[alignment], "start")
text(LEFT, HEIGHT - 14, f"solid: {first}, dashed: {ROWS[-1]['network']}", "start")
subprocess.run(command + ["-strip", str(TARGET)], check=True)
