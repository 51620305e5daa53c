package org.maferstudio.film;

import java.util.SplittableRandom;

/**
 * An invented person. Distances are in units of half a head's height, tones from 0 (black) to 1 (white).
 *
 * @param build the proportions
 * @param tones the grey values
 * @param hair the hair style
 * @param seed of skin and strands
 */
record PortraitPerson(Build build, Tones tones, Hair hair, long seed) {
    /**
     * Proportions.
     *
     * @param width half the width of the head
     * @param jaw 0 (narrow) to 1 (wide)
     * @param eyes how far the eyes are from the middle
     * @param eyeSize half the width of an eye
     * @param brow height of the brow above the eye
     * @param browThickness of the brow
     * @param nose half the width of the nose
     * @param mouth half the width of the mouth
     * @param lips thickness of the lips
     * @param age 0 (young) to 1 (old)
     */
    record Build(
            double width,
            double jaw,
            double eyes,
            double eyeSize,
            double brow,
            double browThickness,
            double nose,
            double mouth,
            double lips,
            double age) {}

    /**
     * Grey values.
     *
     * @param stubble 0 to 1
     */
    record Tones(double skin, double lips, double hair, double iris, double clothes, double wall, double stubble) {}

    enum Hair {
        SHORT,
        PARTED,
        LONG,
        BUN
    }

    /** The person of this number. */
    static PortraitPerson of(long number) {
        SplittableRandom random = new SplittableRandom(number * 0x9E3779B97F4A7C15L + 1);
        boolean masculine = random.nextBoolean();
        double skin = random.nextDouble(0.4, 0.8);
        Build build = new Build(
                random.nextDouble(0.65, 0.71),
                masculine ? random.nextDouble(0.5, 1) : random.nextDouble(0, 0.5),
                random.nextDouble(0.295, 0.32),
                random.nextDouble(0.145, 0.165),
                random.nextDouble(0.2, 0.235),
                masculine ? random.nextDouble(0.036, 0.048) : random.nextDouble(0.024, 0.034),
                random.nextDouble(0.125, 0.155),
                random.nextDouble(0.235, 0.27),
                masculine ? random.nextDouble(0.055, 0.07) : random.nextDouble(0.065, 0.085),
                random.nextDouble(0, 0.6));
        Tones tones = new Tones(
                skin,
                skin * (masculine ? random.nextDouble(0.68, 0.78) : random.nextDouble(0.5, 0.68)),
                skin < 0.55 ? random.nextDouble(0.05, 0.09) : random.nextDouble(0.06, 0.3),
                random.nextDouble(0.12, 0.3),
                random.nextDouble(0.1, 0.55),
                random.nextDouble(0.25, 0.55),
                masculine && random.nextBoolean() ? random.nextDouble(0.2, 0.6) : 0);
        Hair hair = masculine
                ? (random.nextBoolean() ? Hair.SHORT : Hair.PARTED)
                : (random.nextBoolean() ? Hair.LONG : Hair.BUN);
        return new PortraitPerson(build, tones, hair, random.nextLong());
    }
}
