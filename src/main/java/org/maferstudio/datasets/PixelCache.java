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
 * The images of a dataset, each decoded once and kept as bytes, as long as they fit.
 *
 * <p>Filling decodes every image, so that damage is known before a training starts; those beyond the bound are
 * forgotten and decoded again when they are asked for. Safe for use from several threads.
 */
public final class PixelCache {
    private static final long USUAL_BYTES = 2L << 30;
    private static final int PICTURES_BETWEEN_REPORTS = 128;

    private final List<Sample> samples;
    private final Map<String, Integer> places = new HashMap<>();
    private final AtomicReferenceArray<RasterImage> pictures;
    private final AtomicReferenceArray<DatasetIssue> damage;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger decoded = new AtomicInteger();
    private final long maxBytes;

    private PixelCache(List<Sample> samples, long maxBytes) {
        this.samples = List.copyOf(samples);
        this.pictures = new AtomicReferenceArray<>(samples.size());
        this.damage = new AtomicReferenceArray<>(samples.size());
        this.maxBytes = maxBytes;
        for (int i = 0; i < samples.size(); i++) {
            places.put(samples.get(i).id(), i);
        }
    }

    /** The bound that is usual: a quarter of the memory that Java may take, at most 2 GB; in bytes. */
    public static long usualBound() {
        return Math.min(USUAL_BYTES, Runtime.getRuntime().maxMemory() / 4);
    }

    /**
     * Decodes images within the {@link #usualBound() usual bound}.
     *
     * @return with what was decoded until a stop was asked for, see {@link #isComplete()}
     */
    public static PixelCache fill(List<Sample> samples, Progress progress) {
        return fill(samples, usualBound(), progress);
    }

    /**
     * Decodes images.
     *
     * @param samples no two with one id
     * @param maxBytes how many bytes of pixels are kept
     * @return with what was decoded until a stop was asked for, see {@link #isComplete()}
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

    /** How many bytes of pixels are kept. */
    public long bytes() {
        return bytes.get();
    }

    /**
     * The image of a sample, from memory or decoded now.
     *
     * @param sample one of {@link #samples()}, of any split
     * @throws Problem if it cannot be read
     */
    public RasterImage picture(Sample sample) {
        Integer place = places.get(sample.id());
        if (place == null) {
            throw new IllegalArgumentException("this cache has no sample " + sample.id());
        }
        return picture(place);
    }

    /**
     * The image of the sample at a place of {@link #samples()}, from memory or decoded now.
     *
     * @throws Problem if it cannot be read
     */
    public RasterImage picture(int place) {
        DatasetIssue damaged = damage.get(place);
        if (damaged != null) {
            throw Problem.input(damaged.text());
        }
        RasterImage picture = pictures.get(place);
        return picture != null ? picture : samples.get(place).pixels().read();
    }

    private void decode(int place, Progress progress) {
        if (progress.stopRequested()) {
            return;
        }
        Sample sample = samples.get(place);
        try {
            RasterImage picture = sample.pixels().read();
            int size = picture.values().length;
            if (bytes.addAndGet(size) <= maxBytes) {
                pictures.set(place, picture);
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
