package org.maferstudio.schedule;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maferstudio.texts.Texts;

/**
 * The distribution of the resolution to which an image is downsampled, drawn for each image; in pixels of the shorter
 * side.
 */
public sealed interface Resolutions {
    /** Draws a resolution, in pixels. */
    int draw(RandomGenerator random);

    /** Every possible resolution, in pixels, with its probability. The probabilities add up to 1. */
    SortedMap<Integer, Double> shares();

    /** The text form on the command line, such as {@code pow2:3-7}; parsed by {@link ScheduleSyntax}. */
    String text();

    /** The displayed form, which follows the word "to", such as {@code 8, 16 or 32 px, equally likely}. */
    String describe();

    /**
     * The resolutions that have no effect on images of this size because they are not smaller.
     *
     * @param shorterSide of the images, in pixels
     */
    default SortedSet<Integer> withoutEffect(int shorterSide) {
        return new TreeSet<>(shares().tailMap(shorterSide).keySet());
    }

    /**
     * The paper's: {@code 2^floor(first + (last - first + 1) u)}, u uniform in [0, 1): powers of two, equally likely.
     *
     * @param firstExponent 3 for 8 px
     * @param lastExponent 7 for 128 px
     */
    record PowersOfTwo(int firstExponent, int lastExponent) implements Resolutions {
        public PowersOfTwo {
            if (firstExponent < 1 || lastExponent > 12 || firstExponent > lastExponent) {
                throw new IllegalArgumentException(
                        Texts.of("schedule.error.exponents.range", firstExponent, lastExponent));
            }
        }

        @Override
        public int draw(RandomGenerator random) {
            return 1 << (firstExponent + random.nextInt(lastExponent - firstExponent + 1));
        }

        @Override
        public SortedMap<Integer, Double> shares() {
            SortedMap<Integer, Double> shares = new TreeMap<>();
            for (int exponent = firstExponent; exponent <= lastExponent; exponent++) {
                shares.put(1 << exponent, 1.0 / (lastExponent - firstExponent + 1));
            }
            return shares;
        }

        @Override
        public String text() {
            return "pow2:" + firstExponent + "-" + lastExponent;
        }

        @Override
        public String describe() {
            return ScheduleNumbers.pixels(shares());
        }
    }

    /**
     * A list of weighted resolutions.
     *
     * @param pixels at least one, each {@link Resolution#LEAST} to {@link Resolution#MOST}
     * @param weights one per resolution, positive; they need not add up to 1
     */
    record Listed(List<Integer> pixels, List<Double> weights) implements Resolutions {
        public Listed {
            pixels = List.copyOf(pixels);
            weights = List.copyOf(weights);
            if (pixels.isEmpty() || pixels.size() != weights.size()) {
                throw new IllegalArgumentException(Texts.of("schedule.error.weights.count", pixels, weights));
            }
            if (!pixels.stream().allMatch(Resolution::isInRange)) {
                throw new IllegalArgumentException(
                        Texts.of("schedule.resolution.error.range", Resolution.LEAST, Resolution.MOST, pixels));
            }
            if (weights.stream().anyMatch(w -> !(w > 0) || w.isInfinite())) {
                throw new IllegalArgumentException(Texts.of("schedule.error.weights.positive", weights));
            }
        }

        /** A list of equally likely resolutions. */
        public static Listed equally(List<Integer> pixels) {
            return new Listed(pixels, pixels.stream().map(r -> 1.0).toList());
        }

        @Override
        public int draw(RandomGenerator random) {
            double total = 0;
            for (double weight : weights) {
                total += weight;
            }
            double left = random.nextDouble() * total;
            for (int i = 0; i < pixels.size() - 1; i++) {
                left -= weights.get(i);
                if (left < 0) {
                    return pixels.get(i);
                }
            }
            return pixels.get(pixels.size() - 1);
        }

        @Override
        public SortedMap<Integer, Double> shares() {
            double total = 0;
            for (double weight : weights) {
                total += weight;
            }
            SortedMap<Integer, Double> shares = new TreeMap<>();
            for (int i = 0; i < pixels.size(); i++) {
                shares.merge(pixels.get(i), weights.get(i) / total, Double::sum);
            }
            return shares;
        }

        @Override
        public String text() {
            boolean equal = weights.stream().distinct().count() == 1;
            return IntStream.range(0, pixels.size())
                    .mapToObj(i -> equal
                            ? String.valueOf(pixels.get(i))
                            : pixels.get(i) + ":" + ScheduleNumbers.number(weights.get(i)))
                    .collect(Collectors.joining(","));
        }

        @Override
        public String describe() {
            return ScheduleNumbers.pixels(shares());
        }
    }

    /**
     * Every whole number of pixels from least to most, equally likely.
     *
     * @param least at least {@link Resolution#LEAST}
     * @param most at most {@link Resolution#MOST}
     */
    record Uniform(int least, int most) implements Resolutions {
        public Uniform {
            checkRange(least, most);
        }

        @Override
        public int draw(RandomGenerator random) {
            return least + random.nextInt(most - least + 1);
        }

        @Override
        public SortedMap<Integer, Double> shares() {
            SortedMap<Integer, Double> shares = new TreeMap<>();
            for (int r = least; r <= most; r++) {
                shares.put(r, 1.0 / (most - least + 1));
            }
            return shares;
        }

        @Override
        public String text() {
            return "uniform:" + least + "-" + most;
        }

        @Override
        public String describe() {
            return Texts.of("schedule.summary.resolutions.uniform", least, most);
        }
    }

    /**
     * Uniform in the logarithm: r has the probability {@code ln((r + 1) / r) / ln((most + 1) / least)}.
     *
     * @param least at least {@link Resolution#LEAST}
     * @param most at most {@link Resolution#MOST}
     */
    record LogUniform(int least, int most) implements Resolutions {
        public LogUniform {
            checkRange(least, most);
        }

        @Override
        public int draw(RandomGenerator random) {
            double r = least * Math.pow((most + 1.0) / least, random.nextDouble());
            return Math.min(most, (int) r);
        }

        @Override
        public SortedMap<Integer, Double> shares() {
            SortedMap<Integer, Double> shares = new TreeMap<>();
            double total = Math.log((most + 1.0) / least);
            for (int r = least; r <= most; r++) {
                shares.put(r, Math.log((r + 1.0) / r) / total);
            }
            return shares;
        }

        @Override
        public String text() {
            return "log:" + least + "-" + most;
        }

        @Override
        public String describe() {
            return Texts.of("schedule.summary.resolutions.logUniform", least, most);
        }
    }

    private static void checkRange(int least, int most) {
        if (!Resolution.isInRange(least) || !Resolution.isInRange(most) || least > most) {
            throw new IllegalArgumentException(
                    Texts.of("schedule.resolutions.error.range", Resolution.LEAST, Resolution.MOST, least, most));
        }
    }
}
