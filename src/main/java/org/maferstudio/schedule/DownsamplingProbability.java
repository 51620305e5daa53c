package org.maferstudio.schedule;

import java.util.stream.LongStream;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** The probability that an image is downsampled, as a function of the number of images seen so far. */
public sealed interface DownsamplingProbability {
    /**
     * The probability for the next image.
     *
     * @param images number of images seen by the whole run so far
     * @return from 0 to 1
     */
    double after(long images);

    /**
     * The numbers of images, above 0 and up to {@code images}, at which the probability changes, in ascending order.
     */
    LongStream changes(long images);

    /** The text form on the command line, such as {@code p=0.1}; parsed by {@link ScheduleSyntax}. */
    String text();

    /** The displayed form, such as {@code each image with probability 0.1}. */
    String describe();

    /** No image is downsampled. */
    record Never() implements DownsamplingProbability {
        @Override
        public double after(long images) {
            return 0;
        }

        @Override
        public LongStream changes(long images) {
            return LongStream.empty();
        }

        @Override
        public String text() {
            return "off";
        }

        @Override
        public String describe() {
            return Texts.of("schedule.summary.never");
        }
    }

    /**
     * The same probability throughout.
     *
     * @param p from 0 to 1; the authors' default is 0.1
     */
    record Constant(double p) implements DownsamplingProbability {
        public Constant {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(Texts.of("schedule.error.probability.range", p));
            }
        }

        @Override
        public double after(long images) {
            return p;
        }

        @Override
        public LongStream changes(long images) {
            return LongStream.empty();
        }

        @Override
        public String text() {
            return "p=" + ScheduleNumbers.number(p);
        }

        @Override
        public String describe() {
            return p == 1
                    ? Texts.of("schedule.summary.always")
                    : Texts.of("schedule.summary.constant", ScheduleNumbers.number(p));
        }
    }

    /**
     * A probability that increases in steps; the authors' is 0.1, +0.1 every 35,000 images, at most 1.
     *
     * @param start from 0 to maximum
     * @param step increment of each step, 0 to 1
     * @param everyImages length of a step in images, at least 1
     * @param maximum at most 1
     */
    record Curriculum(double start, double step, long everyImages, double maximum) implements DownsamplingProbability {
        public Curriculum {
            if (!(start >= 0 && maximum <= 1 && start <= maximum)) {
                throw new IllegalArgumentException(Texts.of("schedule.error.probabilities.order", start, maximum));
            }
            if (!(step >= 0 && step <= 1)) {
                throw new IllegalArgumentException(Texts.of("schedule.error.step.range", step));
            }
            if (everyImages < 1) {
                throw new IllegalArgumentException(Texts.of("schedule.error.every.range", everyImages));
            }
        }

        @Override
        public double after(long images) {
            long steps = images / everyImages;
            return Math.min(maximum, start + step * steps);
        }

        @Override
        public LongStream changes(long images) {
            return LongStream.iterate(
                    everyImages, at -> at <= images && after(at) > after(at - 1), at -> at + everyImages);
        }

        @Override
        public String text() {
            return "curriculum=" + ScheduleNumbers.number(start) + "," + ScheduleNumbers.number(step) + ","
                    + everyImages + "," + ScheduleNumbers.number(maximum);
        }

        @Override
        public String describe() {
            return Texts.of(
                    "schedule.summary.curriculum",
                    ScheduleNumbers.number(start),
                    ScheduleNumbers.number(step),
                    Numbers.count(everyImages),
                    ScheduleNumbers.number(maximum));
        }
    }
}
