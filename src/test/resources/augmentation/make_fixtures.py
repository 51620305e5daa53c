#!/usr/bin/env python3
"""What OpenCV and NumPy make of elastic and affine transforms; needs Debian's python3-opencv.

    python3 make_fixtures.py

warps.csv: pictures sampled by cv2.warpAffine, cv2.remap, and a chain of crop, resize, warpAffine and remap.
matrices.csv: the affine transforms of three moved points, and of a rotation.
fields.csv: deviation and correlation of full-resolution noise after cv2.GaussianBlur.
"""
import cv2
import numpy as np

cv2.setNumThreads(1)
rng = np.random.default_rng(17)
BORDERS = {"black": cv2.BORDER_CONSTANT, "repeat": cv2.BORDER_REPLICATE, "mirror": cv2.BORDER_REFLECT_101}


def face(side, channels):
    """Smooth noise over the whole range: OpenCV knows places to 1/32 px only, which shows at sharp edges."""
    noise = cv2.GaussianBlur(rng.random((side, side, channels)).astype(np.float32), (0, 0), side / 10)
    low, high = noise.min(), noise.max()
    return ((noise - low) / (high - low) * 255).round().astype(np.uint8).reshape(side, side, channels)


def hexed(values):
    return np.ascontiguousarray(values, np.uint8).tobytes().hex()


def numbers(values):
    return " ".join(f"{float(v):.6f}" for v in np.ravel(values))


def linear(nodes, spacing, side):
    """The nodes' values at every pixel, linear between them."""
    at = np.arange(side) / spacing
    i = np.minimum(at.astype(int), nodes.shape[0] - 2)
    f = at - i
    rows = nodes[i] * (1 - f)[:, None] + nodes[i + 1] * f[:, None]
    return rows[:, i] * (1 - f) + rows[:, i + 1] * f


def remap(picture, dx, dy, border):
    side = picture.shape[0]
    x, y = np.meshgrid(np.arange(side), np.arange(side))
    return cv2.remap(picture, (x + dx).astype(np.float32), (y + dy).astype(np.float32), cv2.INTER_LINEAR, borderMode=border)


def warps():
    with open("warps.csv", "w") as out:
        out.write("# name;border;channels;side;picture;crop x;crop y;crop side;size;from x y;columns;spacing;dx;dy;expected\n")

        def line(name, border, picture, crop, size, back, spacing, nodes, expected):
            columns = nodes[0].shape[0] if nodes else 0
            out.write(";".join([name, border, str(picture.shape[2]), str(picture.shape[0]), hexed(picture),
                                *map(str, crop), str(size), numbers(back), str(columns), str(spacing),
                                numbers(nodes[0]) if nodes else "", numbers(nodes[1]) if nodes else "",
                                hexed(expected)]) + "\n")

        for border, flag in BORDERS.items():
            for channels in (1, 3):
                picture = face(24, channels)
                turn = cv2.getRotationMatrix2D((11.5, 11.5), 25, 1.2)
                turn[:, 2] += (2.5, -1.25)
                expected = cv2.warpAffine(picture, turn, (24, 24), flags=cv2.INTER_LINEAR, borderMode=flag)
                line("affine", border, picture, (0, 0, 24), 24, cv2.invertAffineTransform(turn), 1, None, expected)
                nodes = [rng.uniform(-4, 4, (7, 7)) for _ in range(2)]
                dx, dy = (linear(n, 4, 24) for n in nodes)
                line("remap", border, picture, (0, 0, 24), 24, np.eye(2, 3), 4, nodes, remap(picture, dx, dy, flag))
        for border in ("black", "mirror"):
            picture = face(48, 1)
            x, y = 2, 5
            large = cv2.resize(picture[y:y + 42, x:x + 42], (64, 64))
            points, moved = corners(64, 3)
            shear = cv2.getAffineTransform(points, moved)
            sheared = cv2.warpAffine(large, shear, (64, 64), flags=cv2.INTER_LINEAR, borderMode=BORDERS[border])
            nodes = [rng.uniform(-3, 3, (9, 9)) for _ in range(2)]
            dx, dy = (linear(n, 8, 64) for n in nodes)
            line("chain", border, picture, (x, y, 42), 64, cv2.invertAffineTransform(shear), 8, nodes,
                 remap(sheared, dx, dy, BORDERS[border]))


def corners(side, most):
    centre, reach = np.float32([side // 2, side // 2]), side // 3
    points = np.float32([centre + reach, [centre[0] + reach, centre[1] - reach], centre - reach])
    return points, points + rng.uniform(-most, most, points.shape).astype(np.float32)


def matrices():
    with open("matrices.csv", "w") as out:
        out.write("# kind;side;arguments;matrix\n")
        for side in (224, 49):
            points, moved = corners(side, 5)
            out.write(f"corners;{side};{numbers(moved - points)};{numbers(cv2.getAffineTransform(points, moved))}\n")
        for angle, scale in ((10, 1), (-30, 1.3), (170, 0.7)):
            out.write(f"turn;101;{numbers([angle, scale])};{numbers(cv2.getRotationMatrix2D((50, 50), angle, scale))}\n")


def fields():
    with open("fields.csv", "w") as out:
        out.write("# alpha;sigma;deviation;correlation at one sigma;at two sigmas;at one sigma along both axes\n")
        for alpha, sigma in ((50, 5), (120, 6), (20, 1), (1000, 20)):
            square, along = 0.0, np.zeros(3)
            for _ in range(200):
                noise = rng.random((400, 400), dtype=np.float32) * 2 - 1
                d = (cv2.GaussianBlur(noise, (0, 0), sigma) * alpha)[80:320, 80:320].astype(np.float64)
                square += np.mean(d * d)
                for i, (right, down) in enumerate(((sigma, 0), (2 * sigma, 0), (sigma, sigma))):
                    along[i] += np.mean(d[down:, right:] * d[:240 - down, :240 - right])
            found = ";".join(numbers([v]) for v in (np.sqrt(square / 200), *(along / square)))
            out.write(f"{alpha};{sigma};{found}\n")


warps()
matrices()
fields()
