package org.maferstudio.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.maferstudio.texts.Texts;

/**
 * What a schedule does over a run: the downsampling probability, and the share of images at each resolution.
 *
 * @param images of the whole run
 * @param bands the resolutions that have an effect, in ascending order; neighbours are merged if there are many
 * @param points in order, the first at 0, the last at {@code images}; values between two points are linear
 */
public record ScheduleForecast(long images, List<Band> bands, List<Point> points) {
    /** Maximum number of bands that a figure can distinguish. */
    public static final int MOST_BANDS = 8;

    private static final int EVEN_POINTS = 240;

    public ScheduleForecast {
        bands = List.copyOf(bands);
        points = List.copyOf(points);
    }

    /**
     * Resolutions that are shown as one.
     *
     * @param least in pixels of the shorter side
     * @param most in pixels, at least {@code least}
     * @param share of these among the downsampled images, 0 to 1
     */
    public record Band(int least, int most, double share) {
        /** Such as {@code 8 px} or {@code 8-11 px}. */
        public String title() {
            return least == most
                    ? Texts.of("schedule.pixels.label", least)
                    : Texts.of("schedule.pixels.range", least, most);
        }
    }

    /**
     * One point of the run.
     *
     * @param images seen so far
     * @param probability of downsampling, 0 to 1
     * @param nativeShare of the images that keep their resolution, 0 to 1; the rest is distributed over the bands
     */
    public record Point(long images, double probability, double nativeShare) {
        /** The share of all images in a band, 0 to 1. */
        public double share(Band band) {
            return probability * band.share();
        }
    }

    /**
     * Computes the forecast for images of one size.
     *
     * @param images of the whole run, at least 1
     * @param shorterSide of the images, in pixels: resolutions of at least this size have no effect
     */
    public static ScheduleForecast of(ResolutionSchedule schedule, long images, int shorterSide) {
        if (images < 1 || shorterSide < 1) {
            throw new IllegalArgumentException(
                    "a run has at least one image of at least 1 px, got " + images + ", " + shorterSide);
        }
        SortedMap<Integer, Double> effective = schedule.which().shares().headMap(shorterSide);
        double lowering =
                effective.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Point> points = new ArrayList<>();
        for (long at : moments(schedule.howOften(), images)) {
            double p = schedule.howOften().after(at);
            points.add(new Point(at, p, 1 - p * lowering));
        }
        return new ScheduleForecast(images, bands(effective), points);
    }

    /** The mean downsampling probability over the run, 0 to 1. */
    public double meanProbability() {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            sum += (to.images() - from.images()) * (from.probability() + to.probability()) / 2;
        }
        return sum / images;
    }

    /** The share of all images of the run in a band, 0 to 1. */
    public double meanShare(Band band) {
        return meanProbability() * band.share();
    }

    /** The share of all images of the run that keep their resolution, 0 to 1. */
    public double nativeShare() {
        return 1 - bands.stream().mapToDouble(this::meanShare).sum();
    }

    /** Both sides of each step, so that it is drawn vertically; evenly spaced points if there are too many steps. */
    private static List<Long> moments(DownsamplingProbability howOften, long images) {
        TreeSet<Long> moments = new TreeSet<>(List.of(0L, images));
        long[] changes = howOften.changes(images).limit(EVEN_POINTS + 1L).toArray();
        if (changes.length <= EVEN_POINTS) {
            for (long change : changes) {
                moments.add(change - 1);
                moments.add(change);
            }
        } else {
            LongStream.range(0, EVEN_POINTS).forEach(i -> moments.add(Math.round((double) images * i / EVEN_POINTS)));
        }
        return List.copyOf(moments);
    }

    private static List<Band> bands(SortedMap<Integer, Double> shares) {
        List<Integer> resolutions = List.copyOf(shares.keySet());
        int count = Math.min(MOST_BANDS, resolutions.size());
        List<Band> bands = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= count; i++) {
            int to = (int) Math.round((double) resolutions.size() * i / count);
            double share = 0;
            for (int resolution : resolutions.subList(from, to)) {
                share += shares.get(resolution);
            }
            bands.add(new Band(resolutions.get(from), resolutions.get(to - 1), share));
            from = to;
        }
        return Collections.unmodifiableList(bands);
    }
}
