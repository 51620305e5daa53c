package org.maferstudio.film;

import static org.maferstudio.film.PortraitParameter.*;

import org.maferstudio.image.RasterImage;

/**
 * Paints a head in shades of grey as a photograph shows it: a height field with skin, lips, hair, eyes and teeth, lit by
 * a lamp and the room.
 *
 * <p>Positions on the face are {@code (u, v)}: u to the right, v downwards, (0, 0) between the eyes, in units of half a
 * head's height.
 */
final class Portrait {
    private static final double NOSE_BASE = 0.37;
    private static final double MOUTH = 0.6;

    private final PortraitPerson person;
    private final PortraitPerson.Build build;
    private final PortraitPerson.Tones tones;
    private final PortraitFace face;
    private final ValueNoise noise;
    private final PortraitMouth mouth;
    private final PortraitEyes eyes;
    private final Crease[] creases;
    private final double jaw;

    Portrait(PortraitPerson person, PortraitFace face) {
        this.person = person;
        this.build = person.build();
        this.tones = person.tones();
        this.face = face;
        this.noise = new ValueNoise(person.seed());
        this.jaw = 0.17 * face.get(JAW);
        this.mouth = new PortraitMouth(person, face, MOUTH, noise);
        this.eyes = new PortraitEyes(person, face, noise);
        this.creases = creases();
    }

    private Crease[] creases() {
        double m = mouth.half();
        double c = mouth.corner();
        double age = build.age();
        double n = build.nose();
        double folds = 0.12 + 0.15 * age + 0.85 * face.get(FOLDS);
        double forehead = 0.1 * age + face.get(FOREHEAD);
        double lift = -0.05 * face.get(BROW_OUTER);
        double arch = 0.05 * (face.get(BROW_INNER) - face.get(BROW_OUTER));
        double pull = 0.05 * Math.max(0, face.get(CORNERS));
        return new Crease[] {
            new Crease(
                    folds,
                    0.03,
                    n + 0.03,
                    0.27,
                    Math.max(n + 0.09, m * 0.8 + 0.08 + pull),
                    0.43,
                    Math.max(n + 0.12, m + 0.08 + pull),
                    c + 0.02),
            new Crease(
                    forehead * 0.8, 0.022, -0.01, -0.44 + lift - arch, 0.18, -0.45 + lift - arch, 0.38, -0.42 + lift),
            new Crease(forehead, 0.022, -0.01, -0.52 + lift - arch, 0.2, -0.53 + lift - arch, 0.4, -0.5 + lift),
            new Crease(forehead * 0.6, 0.022, -0.01, -0.6 + lift - arch, 0.15, -0.61 + lift - arch, 0.3, -0.59 + lift),
            new Crease(0.9 * face.get(GLABELLA), 0.02, 0.05, -0.33, 0.045, -0.24, 0.055, -0.13),
            new Crease(0.8 * face.get(NOSE_WRINKLES), 0.018, 0.0, -0.06, 0.06, -0.05, 0.12, 0.0),
            new Crease(0.8 * face.get(NOSE_WRINKLES), 0.018, 0.0, 0.01, 0.07, 0.03, 0.13, 0.07),
            new Crease(0.7 * face.get(NOSE_WRINKLES), 0.02, 0.08, 0.17, 0.13, 0.13, 0.18, 0.1),
            new Crease(
                    0.2 * age + 0.75 * face.get(CHEEKS),
                    0.02,
                    build.eyes() - 0.13,
                    0.12,
                    build.eyes() + 0.02,
                    0.155 - 0.03 * face.get(CHEEKS),
                    build.eyes() + 0.17,
                    0.1 - 0.03 * face.get(CHEEKS)),
            new Crease(
                    0.6 * face.get(CHEEKS),
                    0.015,
                    build.eyes() + build.eyeSize() + 0.04,
                    0.0,
                    build.eyes() + build.eyeSize() + 0.09,
                    -0.02,
                    build.eyes() + build.eyeSize() + 0.14,
                    -0.05),
            new Crease(
                    0.6 * face.get(CHEEKS),
                    0.015,
                    build.eyes() + build.eyeSize() + 0.04,
                    0.05,
                    build.eyes() + build.eyeSize() + 0.09,
                    0.06,
                    build.eyes() + build.eyeSize() + 0.14,
                    0.06),
            new Crease(
                    0.25 + 0.6 * face.get(CHIN_RAISED),
                    0.035,
                    -0.01,
                    mouth.below() + 0.05,
                    0.07,
                    mouth.below() + 0.055,
                    0.14,
                    mouth.below() + 0.085),
        };
    }

    /** Paints the head in an image of this size; the light and the head's place are the scene's. */
    RasterImage paint(int width, int height, PortraitScene scene) {
        Canvas canvas = new Canvas(width, height);
        double yaw = Math.toRadians(scene.yaw());
        double pitch = Math.toRadians(scene.pitch() + face.get(PITCH));
        double roll = Math.toRadians(scene.roll() + face.get(ROLL));
        double sinYaw = Math.sin(yaw);
        double cosYaw = Math.cos(yaw);
        double sinPitch = Math.sin(pitch);
        double cosPitch = Math.cos(pitch);
        double sinRoll = Math.sin(roll);
        double cosRoll = Math.cos(roll);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double dx = (column + 0.5 - scene.x()) / scene.unit();
                double dy = (row + 0.5 - scene.y()) / scene.unit();
                double x = dx * cosRoll + dy * sinRoll;
                double y = dy * cosRoll - dx * sinRoll;
                double u = x;
                double v = y;
                for (int i = 0; i < 2 && Math.hypot(x, y) < 1.25; i++) {
                    double z = relief(u, v);
                    u = (x - z * sinYaw) / cosYaw;
                    v = (y - z * sinPitch) / cosPitch;
                }
                canvas.at(row * width + column);
                paint(canvas, new Spot(u, v, x, y, 1 / scene.unit()));
                canvas.tilt(0.9 * (sinYaw * u + sinPitch * v));
            }
        }
        return canvas.lit(scene);
    }

    /** A place on the face, before and after the head's rotation, and how wide an edge is. */
    record Spot(double u, double v, double x, double y, double edge) {}

    /** Heights and tones of all pixels, and their light. */
    private static final class Canvas {
        private final int width;
        private final int height;
        private final double[] heights;
        private final double[] tones;
        private final double[] gloss;
        /** How much of the light's direction counts: 0 for the wall. */
        private final double[] solid;

        private int index;

        Canvas(int width, int height) {
            this.width = width;
            this.height = height;
            heights = new double[width * height];
            tones = new double[width * height];
            gloss = new double[width * height];
            solid = new double[width * height];
        }

        /** Chooses the pixel. */
        void at(int place) {
            index = place;
        }

        /** Adds to its height, unless it is the wall. */
        void tilt(double height) {
            heights[index] += solid[index] * height;
        }

        /** Paints over the pixel, with this opacity. */
        void over(double opacity, double height, double tone, double shine) {
            heights[index] += opacity * (height - heights[index]);
            tones[index] += opacity * (tone - tones[index]);
            gloss[index] += opacity * (shine - gloss[index]);
            solid[index] += opacity * (1 - solid[index]);
        }

        void wall(double tone) {
            tones[index] = tone;
            heights[index] = -0.3;
        }

        RasterImage lit(PortraitScene scene) {
            double angle = Math.toRadians(scene.light());
            double lx = 0.62 * Math.sin(angle);
            double ly = -0.62 * Math.cos(angle) * 0.8;
            double lz = Math.sqrt(1 - lx * lx - ly * ly);
            double[] values = new double[width * height];
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    int i = row * width + column;
                    int left = column > 0 ? i - 1 : i;
                    int right = column < width - 1 ? i + 1 : i;
                    int up = row > 0 ? i - width : i;
                    int down = row < height - 1 ? i + width : i;
                    double nx = slope(heights[right] - heights[left], scene) * solid[i];
                    double ny = slope(heights[down] - heights[up], scene) * solid[i];
                    double length = Math.sqrt(nx * nx + ny * ny + 1);
                    double facing = (-nx * lx - ny * ly + lz) / length;
                    // The lamp wraps around round forms; the room lights what faces it from above and from the other
                    // side.
                    double lamp = Math.max(0, 0.2 + 0.8 * facing);
                    double room = 0.5 + 0.5 * (0.35 * -ny + 0.25 * nx * Math.signum(lx) + 0.6) / length;
                    double half = (facing + 1 / length) / 2;
                    double shine = half < 0.7 || gloss[i] < 0.005 ? 0 : gloss[i] * Math.pow(half, 26);
                    double value = tones[i] * (0.82 * lamp + 0.32 * room) + shine;
                    values[i] = tone(value);
                }
            }
            return new RasterImage(width, height, 1, softened(values));
        }

        /** As a lens does: a little light of each pixel falls beside it. */
        private byte[] softened(double[] sharp) {
            byte[] values = new byte[sharp.length];
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    double sum = 0;
                    for (int dy = -1; dy <= 1; dy++) {
                        for (int dx = -1; dx <= 1; dx++) {
                            int y = Math.max(0, Math.min(height - 1, row + dy));
                            int x = Math.max(0, Math.min(width - 1, column + dx));
                            sum += sharp[y * width + x] * (dx == 0 ? 0.7 : 0.15) * (dy == 0 ? 0.7 : 0.15);
                        }
                    }
                    values[row * width + column] = (byte) Math.round(255 * sum);
                }
            }
            return values;
        }

        private static double slope(double difference, PortraitScene scene) {
            return Math.max(-3, Math.min(3, difference / 2 * scene.unit()));
        }

        /** As film answers to light: steep in the middle, flat at the ends. */
        private static double tone(double value) {
            double v = Math.max(0, Math.min(1.3, value));
            double curved = Math.pow(v, 0.8);
            return Math.min(1, curved > 0.8 ? 0.8 + 0.2 * (1 - Math.exp(-(curved - 0.8) / 0.2)) : curved);
        }
    }

    private void paint(Canvas canvas, Spot spot) {
        boolean far = (Math.abs(spot.x()) > 1 && spot.y() < 1.1) || spot.y() < -1.45;
        double vignette = 1 - 0.12 * (spot.x() * spot.x() + spot.y() * spot.y()) / 4;
        canvas.wall(tones.wall() * vignette * (1 + 0.15 * spot.y() / 2));
        if (far) {
            return;
        }
        hairBehind(canvas, spot);
        neck(canvas, spot);
        ears(canvas, spot);
        double inside = smooth(headDistance(spot.u(), spot.v()) / spot.edge() / 1.5 + 0.5);
        if (inside > 0) {
            double height = height(spot.u(), spot.v());
            skin(canvas, spot, inside, height);
            eyes.paint(canvas::over, spot, height);
            mouth.paint(canvas::over, spot, height);
        }
        hairFront(canvas, spot);
    }

    // The head

    private static final double[] RADII = {1.0, 0.985, 0.91, 0.815, 0.752, 0.74, 0.765, 0.82, 0.9, 0.98, 1.0};
    private static final double[] JAWS = {0, 0, 0, 0, 0, 0.004, 0.018, 0.05, 0.035, 0.01, 0};

    /** The distance of the head's outline in this direction from (0, 0). */
    private double radius(double u, double v) {
        double angle = Math.atan2(Math.abs(u), -v) / Math.PI * (RADII.length - 1);
        int i = Math.min(RADII.length - 2, (int) angle);
        double plain = spline(RADII, i, angle - i);
        double wide = spline(JAWS, i, angle - i);
        double side = Math.abs(u) / Math.max(1e-6, Math.hypot(u, v));
        return plain * (1 + side * side * (build.width() / 0.74 - 1)) + (build.jaw() - 0.4) * wide;
    }

    /** A Catmull-Rom spline, flat at both ends. */
    private static double spline(double[] values, int i, double t) {
        double before = values[Math.abs(i - 1)];
        double from = values[i];
        double to = values[i + 1];
        double after = i + 2 < values.length ? values[i + 2] : from;
        double slopeFrom = (to - before) / 2;
        double slopeTo = (after - from) / 2;
        double bend = 3 * (to - from) - 2 * slopeFrom - slopeTo;
        double twist = 2 * (from - to) + slopeFrom + slopeTo;
        return from + t * (slopeFrom + t * (bend + t * twist));
    }

    private double unjawed(double v) {
        return v > 0.3 ? 0.3 + (v - 0.3) / (1 + jaw / 0.7) : v;
    }

    private double headDistance(double u, double v) {
        double w = unjawed(v);
        return radius(u, w) - Math.hypot(u, w);
    }

    /** Head and nose without details, for the head's rotation. */
    private double relief(double u, double v) {
        double w = unjawed(v);
        double r = Math.min(1, Math.hypot(u, w) / radius(u, w));
        return dome(r) + nose(u, v);
    }

    private static double dome(double r) {
        return 0.72 * Math.sqrt(Math.max(0, 1 - r * r * r));
    }

    private double nose(double u, double v) {
        double base = NOSE_BASE - 0.025 * face.get(NOSE_WRINKLES) - 0.01 * face.get(UPPER_LIP);
        double along = (v + 0.12) / (base + 0.12);
        if (along < -0.4 || v > base + 0.25) {
            return 0;
        }
        double t = Math.max(0, Math.min(1, along));
        double broad = 0.05 + 0.028 * t + 0.025 * Math.exp(-square((along - 0.15) / 0.15));
        double ridge =
                (0.045 + 0.15 * Math.pow(t, 1.3)) * Math.exp(-square(u / broad) / 2) * smooth((along + 0.4) / 0.5);
        double tip = 0.075 * bump(u, v, 0, base - 0.05, 0.07, 0.06);
        double wide = build.nose() * (1 + 0.12 * face.get(NOSE_WRINKLES) + 0.06 * Math.max(0, face.get(CORNERS)));
        double wings = 0.095 * bump(Math.abs(u), v, wide * 0.78, base - 0.025, 0.042, 0.05);
        double low =
                base + 0.02 * Math.exp(-square(u / 0.045)) - 0.012 * Math.exp(-square((Math.abs(u) - 0.07) / 0.02));
        double cut = 1 - smooth((v - low + 0.035) / 0.085);
        return (ridge + tip + wings) * cut;
    }

    /** The height of the skin. */
    private double height(double u, double v) {
        double a = Math.abs(u);
        double w = unjawed(v);
        double z = dome(Math.min(1, Math.hypot(u, w) / radius(u, w)));
        z += nose(u, v);
        double brow = 0.06 * face.get(BROW_INNER);
        z += 0.045 * bump(a, v, 0.27, -build.brow() - 0.0 - brow, 0.2, 0.075);
        z -= 0.085 * bump(a, v, build.eyes() - 0.04, -0.01, 0.15, 0.1);
        z += 0.05 * bump(a, v, build.eyes(), 0.0, build.eyeSize() * 0.85, 0.085);
        double raise = face.get(CHEEKS) + 0.5 * Math.max(0, face.get(CORNERS));
        z += (0.045 + 0.04 * raise) * bump(a, v, 0.43 - 0.02 * raise, 0.3 - 0.05 * raise, 0.17, 0.14);
        z += 0.06 * bump(u, v, 0, MOUTH + 0.02, 0.24, 0.18);
        z += 0.02 * bump(u, v, 0, -0.45, 0.4, 0.2);
        z += (0.055 + 0.02 * face.get(CHIN_RAISED)) * bump(u, v, 0, 0.87 + jaw * 1.1, 0.13, 0.1);
        z -= 0.012 * bump(u, v, 0, (NOSE_BASE + MOUTH) / 2 + 0.01, 0.028, 0.06);
        for (Crease crease : creases) {
            z += crease.height(a, v);
        }
        return z + mouth.height(u, v) + eyes.height(u, v);
    }

    private void skin(Canvas canvas, Spot spot, double inside, double height) {
        double u = spot.u();
        double v = spot.v();
        double a = Math.abs(u);
        double tone = tones.skin();
        tone *= 1 + 0.05 * (noise.at(9 * u, 9 * v) - 0.5) + 0.05 * (noise.at(40 * u, 40 * v) - 0.5);
        // Little light reaches the sockets, the wings of the nose and the folds.
        tone *= 1 - 0.24 * bump(a, v, build.eyes() - 0.05, -0.03, 0.15, 0.085);
        tone *= 1 - 0.2 * bump(a, v, build.eyes() - 0.17, 0.0, 0.04, 0.09);
        tone *= 1 - 0.1 * bump(a, v, build.eyes(), 0.13, 0.12, 0.035);
        tone *= 1 + 0.06 * bump(a, v, 0.4, 0.3, 0.16, 0.12);
        double base = NOSE_BASE - 0.025 * face.get(NOSE_WRINKLES);
        tone *= 1 - 0.16 * bump(u, v, 0, base + 0.035, 0.1, 0.03);
        tone *= 1 - 0.75 * bump(a, v, build.nose() * 0.5, base + 0.005, 0.034, 0.015);
        tone *= 1 - 0.3 * bump(a, v, build.nose() + 0.035, base - 0.02, 0.018, 0.05);
        tone *= 1 - 0.22 * bump(u, v, 0, mouth.below() + 0.055, 0.14, 0.035);
        for (Crease crease : creases) {
            tone *= crease.shade(a, v);
        }
        double beard = tones.stubble()
                * smooth((v - 0.36) / 0.12)
                * (1 - bump(a, v, 0.42, 0.34, 0.14, 0.14))
                * (0.75 + 0.5 * noise.at(60 * u, 60 * v));
        tone *= 1 - 0.38 * Math.min(1, beard);
        // Hair keeps the light away from the skin beside it.
        tone *= 1
                - 0.4
                        * Math.max(
                                0.8 * smooth((hairline(u) + 0.1 - v) / 0.12),
                                smooth((a - temple() + 0.09) / 0.1) * sides(v));
        canvas.over(inside, height, tone, 0.1);
    }

    private void neck(Canvas canvas, Spot spot) {
        double x = spot.x() * 0.9 + spot.u() * 0.1;
        double y = spot.y();
        double wide = 0.4 + 0.12 * smooth((y - 1.0) / 0.4) + 0.05 * build.jaw();
        double neck = smooth((wide - Math.abs(x)) / spot.edge() / 2 + 0.5) * smooth((y - 0.4) / 0.1);
        double under = 1 - smooth((y - 0.95 - jaw) / 0.5);
        double round = Math.sqrt(Math.max(0, 1 - square(x / (wide + 0.05))));
        canvas.over(neck, 0.42 * round - 0.3, tones.skin() * (0.92 - 0.42 * under), 0.04);
        double body = 1 - Math.pow(Math.pow(Math.abs(x) / 1.5, 3) + Math.pow(Math.abs(y - 2.8) / 1.57, 3), 1 / 3.0);
        double collar = y - 1.2 - 0.15 * Math.exp(-square(x / 0.33));
        double cloth = smooth(Math.min(1.4 * body, collar) / spot.edge() / 2 + 0.5);
        double hem = 1 - 0.15 * Math.exp(-square((collar - 0.035) / 0.012));
        double thread = 1 + 0.05 * (noise.at(50 * x, 12 * y) - 0.5);
        double chest = Math.sqrt(Math.max(0, Math.min(1, 1.6 * body)));
        canvas.over(cloth, -0.3 + 0.42 * chest, tones.clothes() * thread * hem, 0);
    }

    private void ears(Canvas canvas, Spot spot) {
        if (person.hair() == PortraitPerson.Hair.LONG) {
            return;
        }
        double a = Math.abs(spot.x());
        double middle = build.width() + 0.015;
        double r = Math.hypot((a - middle) / 0.075, (spot.y() - 0.12) / 0.19);
        double ear = smooth((1 - r) * 0.075 / spot.edge() / 1.5 + 0.5);
        double rim = 1 - 0.35 * Math.exp(-square((r - 0.55) / 0.2));
        canvas.over(ear, -0.05 + 0.08 * Math.sqrt(Math.max(0, 1 - r * r)), tones.skin() * 0.8 * rim, 0.03);
    }

    // Hair

    private double hairTone(double along, double across) {
        double strands = noise.at(45 * across, 3 * along) * 0.6 + noise.at(110 * across, 5 * along) * 0.4;
        return tones.hair() * (0.55 + 0.9 * strands);
    }

    private void hairBehind(Canvas canvas, Spot spot) {
        double x = spot.x();
        double y = spot.y();
        if (person.hair() == PortraitPerson.Hair.LONG) {
            double wave = 0.03 * Math.sin(5 * y + 1.5 * Math.signum(x));
            double wide = build.width() + 0.13 + wave - 0.22 * square(Math.max(0, y - 0.55) / 0.5);
            double inside = y < 0
                    ? radius(x, y) + 0.13 + wave * smooth((y + 0.5) / 0.5) - Math.hypot(x, y)
                    : wide - Math.abs(x);
            double hair =
                    smooth(inside / spot.edge() / 3 + 0.5) * (1 - smooth((y - 1.0 - 0.1 * noise.at(14 * x, 0)) / 0.1));
            double round = Math.sqrt(Math.max(0, Math.min(1, inside / 0.15)));
            canvas.over(hair, -0.4 + 0.12 * round, hairTone(y, x) * 0.85, 0.03);
        } else if (person.hair() == PortraitPerson.Hair.BUN) {
            double r = Math.hypot(x / 0.27, (y + 1.06) / 0.22);
            double bun = smooth((1 - r) * 0.25 / spot.edge() / 2 + 0.5);
            canvas.over(bun, -0.3 + 0.3 * Math.sqrt(Math.max(0, 1 - r * r)), hairTone(x, y + x), 0.05);
        }
    }

    private void hairFront(Canvas canvas, Spot spot) {
        double u = spot.u();
        double v = spot.v();
        double a = Math.abs(u);
        double thick = thickness();
        double outer = smooth((headDistance(u, v) + thick * smooth((0.3 - v) / 0.5)) / spot.edge() / 2.5 + 0.5);
        double line = hairline(u);
        double fringe = 0.025 * (noise.at(20 * u, 1) - 0.5) + 0.03 * (noise.at(80 * u, 2) - 0.5);
        double front = smooth((line + fringe - v) / 0.09 + 0.5);
        double ragged = 0.012 * (noise.at(3, 14 * v) - 0.5);
        double side = smooth((a - temple() - narrowed(v) + ragged) / 0.05 + 0.5) * sides(v);
        double hair = outer * Math.max(front, side);
        if (hair <= 0) {
            return;
        }
        double angle = Math.atan2(u - partX(), 1.3 + v);
        double r = Math.min(1, Math.hypot(u, v) / (radius(u, v) + thick));
        double band = Math.exp(-square((v + 0.8 - 0.3 * a * a) / 0.11)) * 0.45;
        double deep = 0.7 + 0.4 * smooth((line - v) / 0.18);
        double tone = hairTone(Math.hypot(u, v + 1.3), angle) * (1 + band) * deep;
        double outside = 0.45 * Math.pow(Math.max(0, 1 - Math.pow(r, 2.7)), 0.5);
        double height = Math.max(outside, dome(Math.min(1, Math.hypot(u, v) / radius(u, v))) + 0.02);
        canvas.over(hair, height, tone, 0.04 + 0.05 * band);
    }

    private double thickness() {
        return switch (person.hair()) {
            case SHORT -> 0.07;
            case PARTED -> 0.11;
            case LONG -> 0.1;
            case BUN -> 0.06;
        };
    }

    /** Where the hair beside the face begins. */
    private double temple() {
        return build.width() - (person.hair() == PortraitPerson.Hair.LONG ? 0.1 : 0.06);
    }

    /** Where there is hair beside the face: down to the ears, or further with long hair. */
    private double sides(double v) {
        double lowest =
                switch (person.hair()) {
                    case SHORT, PARTED -> 0.05;
                    case LONG -> 0.75;
                    case BUN -> -0.1;
                };
        return smooth((v + 0.85) / 0.25) * (1 - smooth((v - lowest) / 0.12));
    }

    /** Short hair narrows towards the ears. */
    private double narrowed(double v) {
        return person.hair() == PortraitPerson.Hair.LONG ? 0 : 0.055 * smooth((v + 0.35) / 0.35);
    }

    private double partX() {
        return switch (person.hair()) {
            case PARTED -> -0.28;
            case LONG -> 0.15;
            case SHORT, BUN -> 0;
        };
    }

    /** How far down the hair comes above the forehead. */
    private double hairline(double u) {
        double a = Math.abs(u);
        return switch (person.hair()) {
            case SHORT -> -0.71 + 0.2 * a * a + 0.42 * Math.pow(a / 0.66, 5);
            case PARTED -> -0.72 + 0.12 * smooth((u + 0.3) / 0.8) + 0.2 * a * a + 0.45 * Math.pow(a / 0.66, 5);
            case LONG -> -0.84 + 0.75 * square(u - 0.15) + 0.7 * Math.pow(Math.abs(u - 0.04) / 0.72, 5);
            case BUN -> -0.73 + 0.25 * a * a + 0.4 * Math.pow(a / 0.66, 5);
        };
    }

    // Small functions

    /** A bell of height 1 around (u0, v0). */
    static double bump(double u, double v, double u0, double v0, double sigmaU, double sigmaV) {
        double q = square((u - u0) / sigmaU) + square((v - v0) / sigmaV);
        return q > 18 ? 0 : Math.exp(-q / 2);
    }

    static double square(double x) {
        return x * x;
    }

    /** 0 up to 0, 1 from 1 on, smooth between. */
    static double smooth(double x) {
        double t = Math.max(0, Math.min(1, x));
        return t * t * (3 - 2 * t);
    }
}
