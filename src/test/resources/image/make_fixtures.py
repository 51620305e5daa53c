#!/usr/bin/env python3
"""Makes what the tests of the room "image" compare with, by Pillow.

    python3 make_fixtures.py          writes beside itself

Needs Debian's python3-pil, python3-numpy and python3-opencv. Three kinds:

decode/<name>            a small picture in one of the formats, and in decode.csv what Pillow reads from it; rotated as EXIF says
resize.csv               a picture at another size, by each kernel
opencv.csv               the same by OpenCV's INTER_LINEAR

Values stand in the csv files as base64 of zlib of the rows, (H, W, C), red first.
"""
import base64, os, shutil, zlib
import numpy as np
from PIL import Image, ImageOps

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(17)


def packed(img):
    return base64.b64encode(zlib.compress(np.asarray(img).tobytes(), 9)).decode()


def grey(w, h):
    """Smooth with noise and hard edges, so that rounding and overshoot both show."""
    y, x = np.mgrid[0:h, 0:w]
    v = 128 + 90 * np.sin(x / 3.1) * np.cos(y / 4.3) + rng.normal(0, 25, (h, w))
    v[(x + 2 * y) % 17 == 0] = 255
    v[(2 * x + y) % 19 == 0] = 0
    return Image.fromarray(v.clip(0, 255).astype(np.uint8))


def colour(w, h):
    return Image.merge("RGB", [grey(w, h) for _ in range(3)])


def decode():
    folder = os.path.join(here, "decode")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    g, c = grey(48, 36), colour(40, 50)
    alpha = Image.fromarray((np.mgrid[0:50, 0:40][1] * 6).astype(np.uint8))
    g16 = (np.asarray(g).astype(np.uint16) << 8) + np.asarray(g.transpose(Image.FLIP_TOP_BOTTOM))
    palette = c.quantize(32)
    files = {
        "grey.png": (g, {}, g),
        "grey.jpg": (g, dict(quality=85), None),
        "grey.bmp": (g, {}, g),
        "grey.gif": (g, {}, g),
        "grey.tif": (g, dict(compression="tiff_lzw"), g),
        "grey-progressive.jpg": (g, dict(quality=85, progressive=True), None),
        "grey-gamma.png": (g, {}, g),
        "grey-16bit.png": (Image.fromarray(g16), {}, Image.fromarray(((g16 * 255.0 + 32767) // 65535).astype(np.uint8))),
        "grey-16bit.tif": (Image.fromarray(g16), {}, Image.fromarray(((g16 * 255.0 + 32767) // 65535).astype(np.uint8))),
        "grey-alpha.png": (Image.merge("LA", (g, g)), {}, g),
        "bilevel.png": (g.convert("1"), {}, g.convert("1").convert("L")),
        "bilevel.tif": (g.convert("1"), dict(compression="group4"), g.convert("1").convert("L")),
        "colour.png": (c, {}, c),
        "colour.jpg": (c, dict(quality=92, subsampling=0), None),
        "colour-420.jpg": (c, dict(quality=92, subsampling=2), None),
        "colour.bmp": (c, {}, c),
        "colour.tif": (c, dict(compression="tiff_deflate"), c),
        "colour-alpha.png": (Image.merge("RGBA", (*c.split(), alpha)), {}, c),
        "palette.png": (palette, {}, palette.convert("RGB")),
        "palette.gif": (palette, {}, palette.convert("RGB")),
        "cmyk.jpg": (c.convert("CMYK"), {}, None),
        "float.tif": (Image.fromarray(np.asarray(g).astype(np.float32)), {}, None),
    }
    with open(os.path.join(here, "decode.csv"), "w") as out:
        out.write("file,width,height,channels,values\n")
        for name, (img, options, expected) in files.items():
            path = os.path.join(folder, name)
            if name == "grey-gamma.png":
                from PIL.PngImagePlugin import PngInfo
                info = PngInfo(); info.add(b"gAMA", (45455).to_bytes(4, "big")); options = dict(pnginfo=info)
            img.save(path, **options)
            if name in ("cmyk.jpg", "float.tif"):
                continue
            read = Image.open(path)
            expected = expected or (read if read.mode == "L" else read.convert("RGB"))
            channels = len(expected.getbands())
            out.write(f"{name},{expected.width},{expected.height},{channels},{packed(expected)}\n")


def resize():
    kernels = {"bilinear": Image.BILINEAR, "bicubic": Image.BICUBIC, "box": Image.BOX, "nearest": Image.NEAREST,
               "lanczos": Image.LANCZOS}
    grey_sizes = [(8, 6), (31, 23), (16, 12), (62, 46), (1, 1), (1, 40), (40, 1), (30, 24), (93, 69), (7, 50)]
    colour_sizes = [(8, 12), (13, 20), (24, 37), (48, 74), (25, 36), (3, 2), (100, 9)]
    cases = [("grey", grey(31, 23), grey_sizes), ("colour", colour(24, 37), colour_sizes),
             ("pixel", grey(1, 1), [(5, 4)]), ("line", grey(1, 29), [(1, 8), (9, 57), (3, 1)])]
    with open(os.path.join(here, "resize.csv"), "w") as out:
        out.write("source,kernel,width,height,channels,values\n")
        for name, img, sizes in cases:
            out.write(f"{name},source,{img.width},{img.height},{len(img.getbands())},{packed(img)}\n")
            for w, h in sizes:
                for kernel, number in kernels.items():
                    small = img.resize((w, h), number)
                    out.write(f"{name},{kernel},{w},{h},{len(img.getbands())},{packed(small)}\n")


def opencv():
    import cv2

    cases = [("grey", grey(31, 23), [(8, 6), (31, 12), (62, 46), (1, 1), (1, 40), (40, 1), (93, 69), (17, 50)]),
             ("colour", colour(24, 38), [(8, 12), (12, 19), (48, 76), (25, 36), (3, 2), (100, 9)]),
             ("large", colour(90, 67), [(44, 44), (45, 67)]), ("pixel", grey(1, 1), [(5, 4)])]
    with open(os.path.join(here, "opencv.csv"), "w") as out:
        out.write("source,kernel,width,height,channels,values\n")
        for name, img, sizes in cases:
            out.write(f"{name},source,{img.width},{img.height},{len(img.getbands())},{packed(img)}\n")
            for w, h in sizes:
                small = cv2.resize(np.asarray(img), (w, h), interpolation=cv2.INTER_LINEAR)
                out.write(f"{name},opencv-linear,{w},{h},{len(img.getbands())},{packed(small)}\n")


def photos():
    """CMYK and YCCK JPEG, WebP, and the eight orientations of EXIF; appended to decode.csv, with random numbers of its own."""
    global rng
    rng = np.random.default_rng(18)
    folder = os.path.join(here, "decode")
    g, c = grey(24, 18), colour(22, 30)
    alpha = Image.fromarray((np.mgrid[0:30, 0:22][1] * 11).astype(np.uint8))

    def saved(name, img, **options):
        img.save(os.path.join(folder, name), **options)
        return name

    names = ["cmyk.jpg"]
    names.append(saved("cmyk-400.jpg", Image.merge("CMYK", [grey(33, 20) for _ in range(4)]), quality=90))
    raw = bytearray(open(os.path.join(folder, "cmyk-400.jpg"), "rb").read())
    raw[raw.index(b"Adobe") + 11] = 2  # the same coefficients, now said to be YCCK
    open(os.path.join(folder, "ycck.jpg"), "wb").write(raw)
    names.append("ycck.jpg")
    names.append(saved("lossless.webp", c, lossless=True))
    names.append(saved("alpha.webp", Image.merge("RGBA", (*c.split(), alpha)), lossless=True, exact=True))
    names.append(saved("lossy.webp", c, quality=90))
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x112] = orientation
        names.append(saved(f"exif-{orientation}.png", g, exif=exif))
    exif = Image.Exif()
    exif[0x112] = 6
    names.append(saved("exif-6.jpg", g, quality=95, exif=exif))
    names.append(saved("exif-6.webp", c, lossless=True, exif=exif))
    names.append(saved("exif-8.tif", g, tiffinfo={0x112: 8}))
    exif[0x112] = 7
    names.append(saved("exif-7.jpg", c, quality=95, subsampling=0, exif=exif))
    with open(os.path.join(here, "decode.csv"), "a") as out:
        for name in names:
            read = Image.open(os.path.join(folder, name))
            read.load()  # which already rotates a TIFF
            read = read if name.endswith(".tif") else ImageOps.exif_transpose(read)
            read = read if read.mode == "L" else read.convert("RGB")
            out.write(f"{name},{read.width},{read.height},{len(read.getbands())},{packed(read)}\n")


if __name__ == "__main__":
    decode()
    resize()
    opencv()
    photos()
