package org.maferstudio.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.maferstudio.texts.Texts;

/**
 * What a schedule will do over a run: how often it lowers, and which share of the images comes at which resolution.
 *
 * @param images of the whole run
 * @param bands the resolutions that change something, from low to high; many neighbours are put together
 * @param points in order, the first at 0, the last at {@code images}; between two of them all is linear
 */
public record ScheduleForecast(long images, List<Band> bands, List<Point> points) {
    /** The most bands, so that a figure can tell them apart. */
    public static final int MOST_BANDS = 8;

    private static final int EVEN_POINTS = 240;

    public ScheduleForecast {
        bands = List.copyOf(bands);
        points = List.copyOf(points);
    }

    /**
     * Resolutions that are shown together.
     *
     * @param least in pixels of the shorter side
     * @param most in pixels, at least {@code least}
     * @param share of these among the images that are chosen for lowering, 0 to 1
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
     * One moment of the run.
     *
     * @param images seen so far
     * @param probability of lowering, 0 to 1
     * @param nativeShare of the images that stay as they are, 0 to 1; the rest is the bands', each by its share
     */
    public record Point(long images, double probability, double nativeShare) {
        /** The share of all images that come in a band, 0 to 1. */
        public double share(Band band) {
            return probability * band.share();
        }
    }

    /**
     * The forecast for pictures of one size.
     *
     * @param images of the whole run, at least 1
     * @param shorterSide of the pictures, in pixels: resolutions that reach it leave a picture native
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

    /** The probability of lowering, averaged over the images of the run, 0 to 1. */
    public double meanProbability() {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            sum += (to.images() - from.images()) * (from.probability() + to.probability()) / 2;
        }
        return sum / images;
    }

    /** The share of all images of the run that come in a band, 0 to 1. */
    public double meanShare(Band band) {
        return meanProbability() * band.share();
    }

    /** The share of all images of the run that stay as they are, 0 to 1. */
    public double nativeShare() {
        return 1 - bands.stream().mapToDouble(this::meanShare).sum();
    }

    /** Both sides of each step, so that it is drawn upright; evenly spaced where there are too many steps to see. */
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
