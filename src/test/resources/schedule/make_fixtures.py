#!/usr/bin/env python3
"""Makes lowering.csv, what the tests of the room "schedule" compare with, by the project's yardstick make_lowres.py.

    python3 make_fixtures.py FOLDER_OF_MAKE_LOWRES

Needs Debian's python3-pil and python3-numpy. make_lowres.py runs on a folder of pictures, as anyone would run it. Values stand in the csv
as base64 of zlib of the rows, (H, W, C), red first; the line with resolution 0 is the picture itself.
"""
import base64, os, subprocess, sys, tempfile, zlib
import numpy as np
from PIL import Image

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(23)
RESOLUTIONS = [2, 8, 16, 24, 32, 47, 48]
SIZES = [("square-grey", 48, 48, 1), ("wide-grey", 61, 37, 1), ("tall-grey", 33, 50, 1), ("wide-colour", 50, 39, 3),
         ("tall-colour", 35, 56, 3)]


def packed(img):
    return base64.b64encode(zlib.compress(np.asarray(img).tobytes(), 9)).decode()


def picture(w, h, channels):
    y, x = np.mgrid[0:h, 0:w]
    layers = [128 + 90 * np.sin(x / (3 + c)) * np.cos(y / 4.3) + rng.normal(0, 25, (h, w)) for c in range(channels)]
    layers = [np.where((x + 2 * y) % 17 == 0, 255, layer).clip(0, 255).astype(np.uint8) for layer in layers]
    return Image.fromarray(layers[0] if channels == 1 else np.dstack(layers))


with tempfile.TemporaryDirectory() as folder, open(os.path.join(here, "lowering.csv"), "w") as out:
    os.makedirs(os.path.join(folder, "in"))
    for name, w, h, channels in SIZES:
        picture(w, h, channels).save(os.path.join(folder, "in", name + ".png"))
    subprocess.run([sys.executable, os.path.join(sys.argv[1], "make_lowres.py"), os.path.join(folder, "in"),
                    os.path.join(folder, "out"), "--resolutions"] + [str(r) for r in RESOLUTIONS], check=True)
    out.write("picture,resolution,width,height,channels,values\n")
    for name, w, h, channels in SIZES:
        out.write(f"{name},0,{w},{h},{channels},{packed(Image.open(os.path.join(folder, 'in', name + '.png')))}\n")
        for r in RESOLUTIONS:
            lowered = Image.open(os.path.join(folder, "out", str(r), name + ".png"))
            out.write(f"{name},{r},{w},{h},{channels},{packed(lowered)}\n")
