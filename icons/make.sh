#!/bin/sh
# Renders mafer.svg into every size and container. Needs rsvg-convert (Debian: librsvg2-bin) and Python's Pillow.
set -e
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert -w $size -h $size mafer.svg -o mafer-$size.png
done
rsvg-convert -w 1024 -h 1024 mafer.svg -o mafer-1024.tmp
python3 - <<'PYTHON'
from PIL import Image

def load(size):
    return Image.open(f"mafer-{size}.png").convert("RGBA")

# Each size as rendered, not scaled from the largest, so that small ones keep their grid.
load(256).save("mafer.ico", sizes=[(s, s) for s in (16, 24, 32, 48, 64, 128, 256)],
               append_images=[load(s) for s in (16, 24, 32, 48, 64, 128)])
Image.open("mafer-1024.tmp").convert("RGBA").save(
    "mafer.icns", append_images=[load(s) for s in (32, 64, 128, 256, 512)])
PYTHON
rm mafer-1024.tmp
