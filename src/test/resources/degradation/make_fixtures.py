#!/usr/bin/env python3
"""Makes what the tests of the package "degradation" compare with.

    python3 make_fixtures.py          writes degraded.csv beside itself

Needs Debian's python3-pil, python3-numpy and python3-scipy. Blur is by SciPy's gaussian_filter, contrast by Pillow's
ImageEnhance, JPEG by Pillow's encoder and decoder, downscaling by Pillow's resize. Noise is drawn here again, with the
SplittableRandom of Java (SplitMix64) and the method of Box and Muller, from the image's name.

Values stand in the csv file as base64 of zlib of the rows, (H, W, C), red first.
"""
import base64, io, math, os, zlib
import numpy as np
from PIL import Image, ImageEnhance
from scipy.ndimage import gaussian_filter

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(17)
MASK = (1 << 64) - 1


def packed(img):
    return base64.b64encode(zlib.compress(np.asarray(img).tobytes(), 9)).decode()


def grey(w, h):
    """Smooth with noise and hard edges."""
    y, x = np.mgrid[0:h, 0:w]
    v = 128 + 90 * np.sin(x / 3.1) * np.cos(y / 4.3) + rng.normal(0, 25, (h, w))
    v[(x + 2 * y) % 17 == 0] = 255
    v[(2 * x + y) % 19 == 0] = 0
    return Image.fromarray(v.clip(0, 255).astype(np.uint8))


def uniforms(name):
    """What new SplittableRandom(FNV-1a of the name).nextDouble() gives."""
    seed = 0xCBF29CE484222325
    for letter in name:
        seed = (seed ^ ord(letter)) * 0x100000001B3 & MASK
    while True:
        seed = seed + 0x9E3779B97F4A7C15 & MASK
        z = seed
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
        yield ((z ^ z >> 31) >> 11) * 2.0 ** -53


def noise(img, strength, name):
    draws = uniforms(name)
    a = np.asarray(img)
    flat = [math.sqrt(-2 * math.log(1 - next(draws))) * math.cos(2 * math.pi * next(draws)) for _ in range(a.size)]
    return Image.fromarray(np.rint(a + strength * np.reshape(flat, a.shape)).clip(0, 255).astype(np.uint8))


def blur(img, strength, name):
    a = np.asarray(img).astype(float)
    sigma = (strength, strength, 0)[: a.ndim]
    return Image.fromarray(np.rint(gaussian_filter(a, sigma, mode="nearest")).astype(np.uint8))


def contrast(img, strength, name):
    return ImageEnhance.Contrast(img).enhance(strength)


def jpeg(img, strength, name):
    file = io.BytesIO()
    img.save(file, "JPEG", quality=int(strength))
    return Image.open(file)


def downscaling(kernel):
    def resized(img, strength, name):
        w, h = img.size
        ratio = h / w
        size = (int(strength / ratio), int(strength)) if h < w else (int(strength), int(strength * ratio))
        return img.resize(size, kernel)

    return resized


KINDS = {
    "blur": (blur, [0.1, 0.5, 1, 2.3, 6]),
    "noise": (noise, [1, 20, 60.5]),
    "contrast": (contrast, [0.9, 0.5, 0.3, 0.05]),
    "jpeg": (jpeg, [95, 75, 50, 49, 30, 7, 1]),
    "bilinear": (downscaling(Image.BILINEAR), [16, 8]),
    "box": (downscaling(Image.BOX), [16, 8]),
    "bicubic": (downscaling(Image.BICUBIC), [16, 8]),
    "lanczos": (downscaling(Image.LANCZOS), [16, 8]),
    "nearest": (downscaling(Image.NEAREST), [16, 8]),
}

if __name__ == "__main__":
    sources = {"grey": grey(48, 48), "wide": grey(40, 23), "colour": Image.merge("RGB", [grey(32, 40) for _ in range(3)])}
    with open(os.path.join(here, "degraded.csv"), "w") as out:
        out.write("source,degradation,width,height,channels,values\n")
        for name, img in sources.items():
            out.write(f"{name},source,{img.width},{img.height},{len(img.getbands())},{packed(img)}\n")
            for kind, (degrade, strengths) in KINDS.items():
                for strength in strengths:
                    made = degrade(img, strength, name)
                    made.load()
                    out.write(f"{name},{kind}-{strength:g},{made.width},{made.height},{len(made.getbands())},{packed(made)}\n")
