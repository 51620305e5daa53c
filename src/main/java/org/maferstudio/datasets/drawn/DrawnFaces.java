package org.maferstudio.datasets.drawn;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Sample;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.RasterImage;

/**
 * Synthetic faces drawn by the program, so that everything can be tried without data.
 *
 * <p>Seven expressions after Ekman and Friesen's action units, of invented people in varying pose and light. They show
 * how low resolution affects fine cues (brows, lids, corners of the mouth); results do not apply to real faces.
 *
 * <p>The same seed gives the same pixels with one version of Java; the rasteriser of another version may round a few
 * pixels differently.
 */
public final class DrawnFaces {
    /** The side of a drawn image in pixels. */
    public static final int SIDE = 96;

    /** The name of the format. */
    public static final String FORMAT = "drawn";

    /** Half the height of a head at scale 1, as a share of the image's side. */
    public static final double HEAD = 0.43;

    /** The vertical centre of the head, as a share of the image's side from the top. */
    public static final double MIDDLE = 0.51;

    /**
     * The size of a drawn dataset.
     *
     * @param train number of subjects, at least 1
     * @param validation number of subjects, at least 1
     * @param test number of subjects, at least 1
     * @param shots images of each subject and expression, at least 1
     */
    record Sizes(int train, int validation, int test, int shots) {
        /** 1,400, 350 and 700 images. */
        static final Sizes USUAL = new Sizes(100, 25, 50, 2);

        Sizes {
            if (train < 1 || validation < 1 || test < 1 || shots < 1) {
                throw new IllegalArgumentException("each split needs a person and a picture, got " + train + ", "
                        + validation + ", " + test + ", " + shots);
            }
        }
    }

    private DrawnFaces() {}

    /** The dataset of this seed: 1,400, 350 and 700 images, no subject in two splits; pixels are drawn when read. */
    public static Dataset dataset(long seed) {
        return dataset(seed, Sizes.USUAL);
    }

    static Dataset dataset(long seed, Sizes sizes) {
        List<Sample> samples = new ArrayList<>();
        int from = 0;
        from = add(samples, Sample.TRAIN, seed, from, sizes.train(), sizes.shots());
        from = add(samples, Sample.VALIDATION, seed, from, sizes.validation(), sizes.shots());
        add(samples, Sample.TEST, seed, from, sizes.test(), sizes.shots());
        return new Dataset("Drawn faces", FORMAT, LabelSet.fer2013(), samples, List.of(), List.of());
    }

    private static int add(List<Sample> samples, String split, long seed, int from, int persons, int shots) {
        LabelSet labels = LabelSet.fer2013();
        for (int label = 0; label < labels.size(); label++) {
            Expression expression = labels.expression(label).orElseThrow();
            for (int person = from; person < from + persons; person++) {
                String name = String.format(Locale.ROOT, "id%03d", person);
                long identity = mix(seed, person);
                for (int shot = 0; shot < shots; shot++) {
                    long shotSeed = mix(mix(identity, label), shot);
                    String id = split + "/" + expression.id() + "/" + name + "-" + shot + ".png";
                    samples.add(new Sample(id, split, label, name, () -> draw(expression, identity, shotSeed)));
                }
            }
        }
        return from + persons;
    }

    /** Draws an image of a subject's expression, 96 x 96 RGB; the seed determines strength, pose, light and noise. */
    public static RasterImage draw(Expression expression, long identity, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FaceParameters face = FaceParameters.random(expression, random);
        FaceScene scene = FaceScene.random(random);
        return draw(face, identity, scene, SIDE, random.nextLong());
    }

    /**
     * Draws an image of a subject with a given face in a given scene.
     *
     * @param side of the image in pixels, 16 to 1024
     * @param seed of the noise
     */
    public static RasterImage draw(FaceParameters face, long identity, FaceScene scene, int side, long seed) {
        if (side < 16 || side > 1024) {
            throw new IllegalArgumentException("a drawn face has a side of 16 to 1024 pixels, got " + side);
        }
        FacePerson person = FacePerson.of(identity);
        // Drawn at twice the size and halved, because clipping is not antialiased.
        BufferedImage drawing = new BufferedImage(2 * side, 2 * side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawing.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(person.backdrop());
        graphics.fillRect(0, 0, 2 * side, 2 * side);
        graphics.translate(2 * side * (0.5 + scene.shiftX()), 2 * side * (MIDDLE + scene.shiftY()));
        // The strict functions give the same bits on every Java.
        double roll = Math.toRadians(scene.roll());
        graphics.transform(AffineTransform.getRotateInstance(StrictMath.cos(roll), StrictMath.sin(roll)));
        double unit = 2 * side * HEAD * scene.scale();
        graphics.scale(unit, unit);
        drawPerson(new FaceCanvas(graphics, scene), person, face);
        graphics.dispose();
        return new FaceLight(scene, side).develop(drawing, new SplittableRandom(seed));
    }

    private static void drawPerson(FaceCanvas canvas, FacePerson person, FaceParameters face) {
        FaceHair hair = new FaceHair(canvas, person);
        FaceHead head = new FaceHead(canvas, person, face);
        FaceEyes eyes = new FaceEyes(canvas, person, face);
        FaceMouth mouth = new FaceMouth(canvas, person, face);
        hair.drawBehind();
        head.drawNeck();
        head.drawEars();
        head.drawSkull();
        head.drawBeard();
        mouth.drawNose();
        mouth.drawMouth();
        eyes.drawEyes();
        hair.drawFront();
        eyes.drawBrows();
        eyes.drawGlasses();
    }

    /** Combines two seeds into a well-distributed new one. */
    private static long mix(long seed, long number) {
        return new SplittableRandom(seed ^ number * 0x9E3779B97F4A7C15L).nextLong();
    }
}
