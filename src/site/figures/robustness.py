"""Draws src/site/resources/images/robustness.png of the manual's page on robustness; needs ImageMagick.

Evaluate A and B as the page says, then
for kind in blur noise contrast jpeg bilinear box bicubic lanczos nearest; do mafer robustness A B --by $kind --json; done \
    | jq -s . > src/site/figures/robustness.json
python3 src/site/figures/robustness.py
"""
import json
import math
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent
SWEEPS = {sweep["degradation"]: sweep for sweep in json.loads((HERE / "robustness.json").read_text())}
TARGET = HERE.parent / "resources" / "images" / "robustness.png"
ACROSS, SIDE, DEEP, LEFT, TOP, STEP_X, STEP_Y = 3, 230, 130, 60, 70, 285, 195
TITLES = {
    "blur": "Blur (standard deviation, px)",
    "noise": "Noise (standard deviation, levels)",
    "contrast": "Contrast (factor)",
    "jpeg": "JPEG (quality)",
    "bilinear": "Downscaled, bilinear (px)",
    "box": "Downscaled, box (px)",
    "bicubic": "Downscaled, bicubic (px)",
    "lanczos": "Downscaled, Lanczos (px)",
    "nearest": "Downscaled, nearest (px)",
}
COLOURS = ("#0b62b8", "#b35900")
HIGH = 80
CHANCE = 100 / 7
rows = math.ceil(len(TITLES) / ACROSS)
size = f"{LEFT + ACROSS * STEP_X}x{TOP + rows * STEP_Y - 10}"
command = ["convert", "-size", size, "xc:white", "-font", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"]


def draw(colour, width, what, fill="none"):
    command.extend(["-stroke", colour, "-strokewidth", str(width), "-fill", fill, "-draw", what])


def text(x, y, words, anchor="middle", size=12, colour="#222222"):
    gravity = {"middle": 0.5, "end": 1, "start": 0}[anchor]
    # The mean width of DejaVu Sans' letters in these texts is 0.56 of its size.
    left = x - gravity * 0.56 * size * len(words)
    command.extend(["-pointsize", str(size)])
    draw("none", 0, f"text {left:.1f},{y:.1f} '{words}'", colour)


def panel(kind, left, top):
    networks = SWEEPS[kind]["experiments"]
    strengths = [point["strength"] for point in networks[0]["strengths"]]
    text(left + SIDE / 2, top - 12, TITLES[kind], size=13)
    for percent in range(0, HIGH + 1, 20):
        y = top + DEEP * (HIGH - percent) / HIGH
        draw("#dddddd", 1, f"line {left},{y} {left + SIDE},{y}")
        text(left - 6, y + 4, str(percent), "end", 11)
    y = top + DEEP * (HIGH - CHANCE) / HIGH
    draw("#999999", 1, f"stroke-dasharray 2 4 line {left},{y:.1f} {left + SIDE},{y:.1f}")
    places = [left + 18 + (SIDE - 36) * i / (len(strengths) - 1) for i in range(len(strengths))]
    for x, strength in zip(places, strengths):
        text(x, top + DEEP + 17, "none" if strength is None else f"{strength:g}", size=11)
    for network, colour in zip(networks, COLOURS):
        at = [(x, point) for x, point in zip(places, network["strengths"])]
        height = lambda share: top + DEEP * (HIGH - 100 * share) / HIGH
        upper = [f"{x:.1f},{height(p['interval'][1]):.1f}" for x, p in at]
        lower = [f"{x:.1f},{height(p['interval'][0]):.1f}" for x, p in reversed(at)]
        draw("none", 0, "polygon " + " ".join(upper + lower), colour + "38")
        line = " ".join(f"{x:.1f},{height(p['accuracy']):.1f}" for x, p in at)
        draw(colour, 2, f"polyline {line}")
        for x, p in at:
            y = height(p["accuracy"])
            draw("none", 0, f"circle {x:.1f},{y:.1f} {x + 3.5:.1f},{y:.1f}", colour)


names = [network["name"] for network in SWEEPS["blur"]["experiments"]]
x = LEFT
for name, colour in zip(names, COLOURS):
    draw(colour, 3, f"line {x},22 {x + 26},22")
    text(x + 34, 26, name, "start", 13)
    x += 60 + 8 * len(name)
text(x + 10, 26, "Accuracy in %, with 95 % intervals; dotted - chance", "start", 12, "#666666")
for i, kind in enumerate(TITLES):
    panel(kind, LEFT + i % ACROSS * STEP_X, TOP + i // ACROSS * STEP_Y)
command.extend(["-strip", str(TARGET)])
subprocess.run(command, check=True)
