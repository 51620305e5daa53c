package org.maferstudio.schedule;

import java.util.stream.LongStream;
import org.maferstudio.texts.Texts;

/** How often an image is lowered, by the number of images that the run has seen so far. */
public sealed interface DownsamplingProbability {
    /**
     * The probability for the next image.
     *
     * @param images images seen by the whole run so far, one global count
     * @return from 0 to 1
     */
    double after(long images);

    /** At which counts of images, above 0 and up to {@code images}, the probability changes; in order. */
    LongStream changes(long images);

    /** As on the command line, such as {@code p=0.1}; {@link ScheduleSyntax} reads it again. */
    String text();

    /** For people, to follow "lowers": such as {@code each image with probability 0.1}. */
    String describe();

    /** Every image stays as it is. */
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
     * A probability that grows in steps; the authors' is 0.1, +0.1 every 35,000 images, at most 1.
     *
     * @param start from 0 to maximum
     * @param step what each step adds, 0 to 1
     * @param everyImages how many images a step lasts, at least 1
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
                    ScheduleNumbers.count(everyImages),
                    ScheduleNumbers.number(maximum));
        }
    }
}
