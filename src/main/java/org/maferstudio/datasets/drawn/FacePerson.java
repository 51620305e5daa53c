package org.maferstudio.datasets.drawn;

import java.awt.Color;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The fixed properties of a drawn person: build and looks.
 *
 * @param build the proportions
 * @param looks colours, hair, beard, glasses
 * @param backdrop the background colour, the same in all images of a person
 */
public record FacePerson(Build build, Looks looks, Color backdrop) {
    /**
     * Proportions in units of half a head's height.
     *
     * @param width half the width at the cheeks
     * @param jaw half the width at the jaw
     * @param chin half the width of the chin
     * @param eyes how far the eyes stand from the middle
     * @param eyeSize half the width of an eye
     * @param eyeTilt how much higher the outer corner stands
     * @param brow height of the brow above the eye
     * @param browThickness of the brow
     * @param browSlope how much lower the inner end stands at rest
     * @param nose length from the eyes down
     * @param noseWidth half the width of the nose
     * @param mouth half the width of the mouth
     * @param lips thickness of the lips
     * @param mouthRest how much lower the corners stand at rest
     * @param age 0 (young) to 1 (old)
     */
    record Build(
            double width,
            double jaw,
            double chin,
            double eyes,
            double eyeSize,
            double eyeTilt,
            double brow,
            double browThickness,
            double browSlope,
            double nose,
            double noseWidth,
            double mouth,
            double lips,
            double mouthRest,
            double age) {}

    enum Hair {
        SHORT,
        PARTED,
        CURLY,
        BOB,
        LONG,
        BUN,
        FRINGE,
        RECEDING,
        NONE,
        SCARF
    }

    enum Beard {
        NONE,
        STUBBLE,
        MOUSTACHE,
        GOATEE,
        FULL
    }

    enum Glasses {
        NONE,
        ROUND,
        SQUARE
    }

    record Looks(
            Color skin,
            Color lip,
            Color hairColour,
            Color iris,
            Color clothes,
            Hair hair,
            Beard beard,
            Glasses glasses,
            boolean lashes) {}

    private static final int[] SKINS = {0xF8DCC8, 0xF1C9AA, 0xE5B48E, 0xD39B70, 0xB67C52, 0x92603C, 0x7A4D2F, 0x613D28};
    private static final int[] DARK_HAIR = {0x1D1918, 0x2A201C, 0x3B2A21};
    private static final int[] HAIR = {0x2A201C, 0x4A3324, 0x6B4529, 0x8A5A30, 0xC29A58, 0xDDBF80, 0xA14A28};
    private static final int[] OLD_HAIR = {0x8E8C8A, 0xB5B3B0, 0xDAD7D2};
    private static final int[] IRISES = {0x3B2417, 0x50301C, 0x6B4A26, 0x5F7A4A, 0x4F7FA3, 0x6E8796};
    private static final int[] CLOTHES = {0x34506B, 0x7A3E48, 0x3F6656, 0xC9B38C, 0x55565E, 0xA65F3A, 0xDDDAD2, 0x6A5A86
    };
    private static final int[] BACKDROPS = {
        0xC9D6DC, 0xDAD3C5, 0xB9C4B4, 0xD8C6C0, 0xA9B4C2, 0xE6E4DE, 0x8E9AA0, 0xC4BACB
    };

    /** Hair styles; a style that is listed twice is twice as frequent. */
    private static final List<Hair> MEN = List.of(
            Hair.SHORT, Hair.SHORT, Hair.PARTED, Hair.PARTED, Hair.CURLY, Hair.RECEDING, Hair.NONE, Hair.FRINGE);

    private static final List<Hair> WOMEN =
            List.of(Hair.BOB, Hair.LONG, Hair.LONG, Hair.BUN, Hair.FRINGE, Hair.CURLY, Hair.PARTED, Hair.SCARF);
    private static final List<Beard> BEARDS =
            List.of(Beard.NONE, Beard.NONE, Beard.NONE, Beard.STUBBLE, Beard.MOUSTACHE, Beard.GOATEE, Beard.FULL);
    private static final List<Glasses> FRAMES = List.of(Glasses.ROUND, Glasses.SQUARE);

    /** The person of this number; always the same one. */
    public static FacePerson of(long identity) {
        SplittableRandom random = new SplittableRandom(identity);
        random.nextLong();
        boolean masculine = random.nextBoolean();
        double age = Math.max(0, random.nextDouble(-0.5, 1));
        return new FacePerson(build(random, masculine, age), looks(random, masculine, age), color(BACKDROPS, random));
    }

    private static Build build(SplittableRandom random, boolean masculine, double age) {
        double width = random.nextDouble(0.7, 0.83);
        double jaw = width * (masculine ? random.nextDouble(0.74, 0.88) : random.nextDouble(0.66, 0.78));
        return new Build(
                width,
                jaw,
                masculine ? random.nextDouble(0.26, 0.38) : random.nextDouble(0.18, 0.28),
                random.nextDouble(0.32, 0.375),
                random.nextDouble(0.175, 0.21),
                random.nextDouble(-0.02, 0.045),
                random.nextDouble(0.23, 0.29),
                masculine ? random.nextDouble(0.055, 0.085) : random.nextDouble(0.038, 0.06),
                random.nextDouble(-0.025, 0.025),
                random.nextDouble(0.34, 0.43),
                random.nextDouble(0.11, 0.17),
                random.nextDouble(0.26, 0.32),
                masculine ? random.nextDouble(0.05, 0.08) : random.nextDouble(0.065, 0.105),
                random.nextDouble(-0.025, 0.03),
                age);
    }

    private static Looks looks(SplittableRandom random, boolean masculine, double age) {
        double tone = random.nextDouble(0, SKINS.length - 1.001);
        Color skin = FaceCanvas.mix(new Color(SKINS[(int) tone]), new Color(SKINS[(int) tone + 1]), tone % 1);
        Color lip = FaceCanvas.mix(skin, new Color(tone > 4.5 ? 0x6E2B33 : 0xB8484F), masculine ? 0.32 : 0.55);
        Color hairColour = color(tone > 3.5 ? DARK_HAIR : HAIR, random);
        if (age > 0.65 && random.nextDouble() < 0.75) {
            hairColour = color(OLD_HAIR, random);
        }
        Hair hair = pick(masculine ? MEN : WOMEN, random);
        Beard beard = masculine ? pick(BEARDS, random) : Beard.NONE;
        Glasses glasses = random.nextDouble() < 0.7 ? Glasses.NONE : pick(FRAMES, random);
        Color iris = color(tone > 3.5 ? new int[] {IRISES[0], IRISES[1]} : IRISES, random);
        return new Looks(skin, lip, hairColour, iris, color(CLOTHES, random), hair, beard, glasses, !masculine);
    }

    private static Color color(int[] from, SplittableRandom random) {
        return new Color(from[random.nextInt(from.length)]);
    }

    private static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
