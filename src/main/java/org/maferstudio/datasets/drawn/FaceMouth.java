package org.maferstudio.datasets.drawn;

import static org.maferstudio.datasets.drawn.FaceCanvas.clear;
import static org.maferstudio.datasets.drawn.FaceCanvas.mix;
import static org.maferstudio.datasets.drawn.FacePoint.at;
import static org.maferstudio.datasets.drawn.FaceUnit.*;

import java.awt.Color;
import java.awt.Shape;
import java.util.Arrays;
import java.util.stream.Stream;
import org.maferstudio.datasets.drawn.FacePerson.Build;
import org.maferstudio.datasets.drawn.FacePerson.Looks;

/** Draws mouth and nose, and the folds between them. */
public final class FaceMouth {
    private static final double MOUTH_LINE = 0.6;

    private final FaceCanvas canvas;
    private final Build build;
    private final Looks looks;
    private final FaceParameters face;
    private final Color shade;
    private final double half;
    private final double leftV;
    private final double rightV;
    private final double top;
    private final double bottom;

    public FaceMouth(FaceCanvas canvas, FacePerson person, FaceParameters face) {
        this.canvas = canvas;
        this.build = person.build();
        this.looks = person.looks();
        this.face = face;
        this.shade = FaceHead.shade(looks.skin());
        double pull = face.get(LIP_CORNER_PULLER);
        double stretch = face.get(LIP_STRETCHER);
        double drop = face.get(JAW_DROP);
        double part = Math.max(face.get(LIPS_PART), Math.min(1, 2 * drop));
        double sad = face.get(LIP_CORNER_DEPRESSOR);
        half = build.mouth()
                * (1
                        + 0.32 * pull
                        + 0.35 * stretch
                        - 0.25 * drop * (1 - stretch)
                        - 0.1 * face.get(LIP_PRESSOR)
                        - 0.08 * sad);
        double y = MOUTH_LINE - 0.035 * face.get(CHIN_RAISER) - 0.04 * sad;
        double corner = y - 0.14 * pull + 0.13 * sad + 0.05 * stretch + 0.14 * drop + build.mouthRest();
        leftV = corner;
        rightV = corner - 0.1 * face.get(DIMPLER);
        double raise = face.get(UPPER_LIP_RAISER);
        top = y + 0.03 * pull - part * (0.03 + 0.07 * raise) - 0.03 * raise + 0.01 * drop;
        bottom = Math.max(
                top,
                y
                        + 0.03 * pull
                        + part * (0.035 + 0.1 * pull + 0.03 * stretch)
                        + 0.36 * drop
                        - 0.02 * raise * (1 - part));
    }

    public void drawMouth() {
        double thin =
                1 - 0.75 * face.get(LIP_PRESSOR) - 0.3 * face.get(LIP_CORNER_PULLER) - 0.2 * face.get(LIP_STRETCHER);
        double up = build.lips() * 0.75 * Math.max(0.2, thin);
        double low = build.lips() * Math.max(0.2, thin) * (1 + 0.35 * face.get(CHIN_RAISER));
        canvas.fill(canvas.disc(0, bottom + low + 0.05, half * 0.55, 0.035), clear(shade, 0.28));
        canvas.fill(lips(up, low), looks.lip());
        Color dark = mix(looks.lip(), new Color(0x2A0B0C), 0.75);
        boolean open = bottom - top > 0.03;
        if (open) {
            drawOpening();
        }
        canvas.stroke(canvas.line(upperEdge(half)), dark, open ? 0.022 : 0.034);
        drawTongue();
        for (int side = -1; side <= 1; side += 2) {
            double v = side < 0 ? leftV : rightV;
            canvas.stroke(canvas.line(at(side * half, v), at(side * (half + 0.02), v + 0.012)), clear(dark, 0.8), 0.03);
        }
    }

    private Shape lips(double up, double low) {
        FacePoint[] upper = upperEdge(half);
        FacePoint[] lower = lowerEdge(half);
        return canvas.blob(
                upper[0],
                at(upper[1].u(), upper[1].v() - up * 0.75),
                at(-half * 0.2, top - up),
                at(0, top - up * 0.75),
                at(half * 0.2, top - up),
                at(upper[3].u(), upper[3].v() - up * 0.75),
                upper[4],
                at(lower[0].u(), lower[0].v() + low * 0.8),
                at(0, bottom + low),
                at(lower[2].u(), lower[2].v() + low * 0.8));
    }

    /** Where the upper lip meets the opening, from corner to corner. */
    private FacePoint[] upperEdge(double h) {
        double square = Math.min(
                0.92,
                0.66
                        + 0.12 * face.get(LIP_CORNER_DEPRESSOR)
                        + 0.25 * face.get(UPPER_LIP_RAISER)
                        + 0.25 * face.get(LIP_STRETCHER)
                        + 0.25 * face.get(JAW_DROP));
        return new FacePoint[] {
            at(-h, leftV),
            at(-h * 0.55, leftV + (top - leftV) * square),
            at(0, top),
            at(h * 0.55, rightV + (top - rightV) * square),
            at(h, rightV)
        };
    }

    /** Where the lower lip meets the opening, from the right on, without the corners. */
    private FacePoint[] lowerEdge(double h) {
        double square = 0.74 + 0.18 * Math.max(face.get(LIP_STRETCHER), face.get(JAW_DROP));
        return new FacePoint[] {
            at(h * 0.55, rightV + (bottom - rightV) * square),
            at(0, bottom),
            at(-h * 0.55, leftV + (bottom - leftV) * square)
        };
    }

    private void drawOpening() {
        FacePoint[] upper = upperEdge(half * 0.94);
        FacePoint[] lower = lowerEdge(half * 0.94);
        Shape opening =
                canvas.blob(Stream.of(upper, lower).flatMap(Arrays::stream).toArray(FacePoint[]::new));
        canvas.fill(opening, new Color(0x4A1418));
        double gap = bottom - top;
        Color teeth = new Color(0xF6F1E8);
        double bared = face.get(LIP_STRETCHER) + face.get(UPPER_LIP_RAISER) + face.get(LIP_CORNER_PULLER);
        double height = Math.min(gap * (0.35 + 0.3 * Math.min(1, bared)), 0.1);
        canvas.inside(opening, () -> {
            canvas.fill(canvas.disc(0, bottom + 0.02, half * 0.6, gap * 0.38), new Color(0xB5545A));
            canvas.stroke(row(upper[1], upper[2], upper[3]), teeth, 2 * height);
            if (face.get(LIP_STRETCHER) > 0.15) {
                canvas.stroke(row(lower[2], lower[1], lower[0]), teeth, Math.min(gap * 0.7, 0.12));
            }
        });
    }

    /** Teeth stand flatter than the lips that show them. */
    private Shape row(FacePoint left, FacePoint middle, FacePoint right) {
        return canvas.line(at(-half, left.v()), middle, at(half, right.v()));
    }

    private void drawTongue() {
        double out = face.get(TONGUE_SHOW);
        if (out < 0.25) {
            return;
        }
        double h = half * 0.45;
        double from = top + 0.03;
        double to = bottom + 0.05 + 0.13 * out;
        Color tongue = new Color(0xD06A72);
        canvas.fill(
                canvas.blob(
                        at(-h, from), at(0, from - 0.01), at(h, from), at(h, to - 0.06), at(0, to), at(-h, to - 0.06)),
                tongue);
        canvas.stroke(canvas.line(at(0, from + 0.02), at(0, to - 0.06)), clear(new Color(0x8A2F3A), 0.7), 0.022);
    }

    public void drawNose() {
        double wrinkle = face.get(NOSE_WRINKLER);
        double base = 0.02 + build.nose() - 0.045 * wrinkle;
        double w = build.noseWidth() * (1 + 0.18 * wrinkle);
        Color soft = clear(shade, 0.3);
        canvas.stroke(canvas.line(at(0.08, -0.12), at(0.06, base * 0.5), at(w * 0.75, base - 0.07)), soft, 0.03);
        canvas.fill(canvas.disc(-0.015, base - 0.09, 0.045, 0.05), clear(Color.WHITE, 0.2));
        for (int side = -1; side <= 1; side += 2) {
            canvas.stroke(
                    canvas.line(
                            at(side * w * 0.85, base - 0.1),
                            at(side * w * 1.08, base - 0.03),
                            at(side * w * 0.75, base + 0.015)),
                    clear(shade, 0.75),
                    0.026);
            canvas.fill(canvas.disc(side * w * 0.45, base, w * 0.24, 0.022), mix(shade, new Color(0x2A0F0C), 0.55));
        }
        canvas.stroke(
                canvas.line(at(-w * 0.25, base + 0.02), at(0, base + 0.03), at(w * 0.25, base + 0.02)),
                clear(shade, 0.6),
                0.022);
        drawFolds(base, w, wrinkle);
    }

    private void drawFolds(double base, double w, double wrinkle) {
        double pull = face.get(LIP_CORNER_PULLER);
        double fold = Math.min(1, 0.65 * pull + wrinkle + 0.5 * face.get(UPPER_LIP_RAISER));
        for (int side = -1; side <= 1; side += 2) {
            double corner = side < 0 ? leftV : rightV;
            canvas.stroke(
                    canvas.line(
                            at(side * (w + 0.02), base - 0.06 - 0.03 * wrinkle),
                            at(side * (half * 0.85 + 0.1), base + 0.1),
                            at(side * (half + 0.09), Math.max(corner + 0.02, base + 0.15))),
                    clear(shade, 0.65 * fold),
                    0.026);
            canvas.stroke(
                    canvas.line(at(side * 0.05, -0.08), at(side * 0.13, -0.02)), clear(shade, 0.75 * wrinkle), 0.024);
            canvas.stroke(canvas.line(at(side * 0.05, 0), at(side * 0.14, 0.07)), clear(shade, 0.75 * wrinkle), 0.024);
            canvas.stroke(
                    canvas.line(at(side * 0.06, 0.09), at(side * 0.13, 0.16)), clear(shade, 0.6 * wrinkle), 0.024);
        }
        double chin = face.get(CHIN_RAISER);
        canvas.stroke(canvas.line(at(-0.1, 0.83), at(0, 0.8), at(0.1, 0.83)), clear(shade, 0.5 * chin), 0.025);
    }
}
