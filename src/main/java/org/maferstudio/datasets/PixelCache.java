package org.maferstudio.datasets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * The decoded images of a dataset, cached as bytes as far as they fit.
 *
 * <p>Filling decodes every image, so that damage is known before a training starts. Images beyond the limit are decoded
 * again when needed. Thread-safe.
 */
public final class PixelCache {
    private static final long USUAL_BYTES = 2L << 30;
    private static final int PICTURES_BETWEEN_REPORTS = 128;

    private final List<Sample> samples;
    private final Map<String, Integer> places = new HashMap<>();
    private final AtomicReferenceArray<RasterImage> images;
    private final AtomicReferenceArray<DatasetIssue> damage;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger decoded = new AtomicInteger();
    private final long maxBytes;

    private PixelCache(List<Sample> samples, long maxBytes) {
        this.samples = List.copyOf(samples);
        this.images = new AtomicReferenceArray<>(samples.size());
        this.damage = new AtomicReferenceArray<>(samples.size());
        this.maxBytes = maxBytes;
        for (int i = 0; i < samples.size(); i++) {
            places.put(samples.get(i).id(), i);
        }
    }

    /** The default limit in bytes: a quarter of Java's maximum memory, at most 2 GB. */
    public static long defaultLimit() {
        return Math.min(USUAL_BYTES, Runtime.getRuntime().maxMemory() / 4);
    }

    /**
     * Decodes images up to the {@link #defaultLimit() default limit}.
     *
     * @return what was decoded until a stop was requested, see {@link #isComplete()}
     */
    public static PixelCache fill(List<Sample> samples, Progress progress) {
        return fill(samples, defaultLimit(), progress);
    }

    /**
     * Decodes images.
     *
     * @param samples with unique ids
     * @param maxBytes maximum number of cached bytes
     * @return what was decoded until a stop was requested, see {@link #isComplete()}
     */
    public static PixelCache fill(List<Sample> samples, long maxBytes, Progress progress) {
        PixelCache cache = new PixelCache(samples, maxBytes);
        IntStream.range(0, samples.size()).parallel().forEach(i -> cache.decode(i, progress));
        return cache;
    }

    /** The samples, damaged ones included, in their order. */
    public List<Sample> samples() {
        return samples;
    }

    /** The samples whose images could be read, in their order. */
    public List<Sample> readable() {
        return IntStream.range(0, samples.size())
                .filter(i -> damage.get(i) == null)
                .mapToObj(samples::get)
                .toList();
    }

    /** What could not be decoded and why, in the order of the samples. */
    public List<DatasetIssue> damage() {
        List<DatasetIssue> found = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            if (damage.get(i) != null) {
                found.add(damage.get(i));
            }
        }
        return found;
    }

    /** Whether every image was checked; false if it was stopped. */
    public boolean isComplete() {
        return decoded.get() == samples.size();
    }

    /** The number of cached bytes. */
    public long bytes() {
        return bytes.get();
    }

    /**
     * Returns the image of a sample, cached or decoded now.
     *
     * @param sample one of {@link #samples()}, of any split
     * @throws Problem if it cannot be read
     */
    public RasterImage image(Sample sample) {
        Integer place = places.get(sample.id());
        if (place == null) {
            throw new IllegalArgumentException("this cache has no sample " + sample.id());
        }
        return image(place);
    }

    /**
     * Returns the image of the sample at an index of {@link #samples()}, cached or decoded now.
     *
     * @throws Problem if it cannot be read
     */
    public RasterImage image(int place) {
        DatasetIssue damaged = damage.get(place);
        if (damaged != null) {
            throw Problem.input(damaged.text());
        }
        RasterImage image = images.get(place);
        return image != null ? image : samples.get(place).pixels().read();
    }

    private void decode(int place, Progress progress) {
        if (progress.stopRequested()) {
            return;
        }
        Sample sample = samples.get(place);
        try {
            RasterImage image = sample.pixels().read();
            int size = image.values().length;
            if (bytes.addAndGet(size) <= maxBytes) {
                images.set(place, image);
            } else {
                bytes.addAndGet(-size);
            }
        } catch (Problem e) {
            damage.set(place, new DatasetIssue(DatasetIssue.Kind.UNREADABLE, sample.id(), e.getMessage()));
        }
        int done = decoded.incrementAndGet();
        if (done % PICTURES_BETWEEN_REPORTS == 0 || done == samples.size()) {
            progress.report(done / (double) samples.size(), Texts.of("datasets.progress.images", done, samples.size()));
        }
    }
}
