package org.maferstudio.datasets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.maferstudio.datasets.saved.ImageFacts;
import org.maferstudio.datasets.saved.ImageOrigin;
import org.maferstudio.datasets.saved.KnownImages;
import org.maferstudio.datasets.saved.PixelFile;
import org.maferstudio.datasets.saved.SavedDataset;
import org.maferstudio.datasets.saved.SavedPixels;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * The decoded images of a dataset, cached as bytes as far as they fit.
 *
 * <p>Filling decodes every image whose file is new or changed since it was last decoded, so that damage is known before
 * a training starts. The others, and those beyond the limit, are decoded when needed. Thread-safe.
 */
public final class PixelCache implements AutoCloseable {
    private static final long USUAL_BYTES = 2L << 30;
    private static final int PICTURES_BETWEEN_REPORTS = 128;

    private final List<Sample> samples;
    private final Map<String, Integer> places = new HashMap<>();
    private final AtomicReferenceArray<RasterImage> images;
    private final AtomicReferenceArray<ImageFacts> facts;
    private final AtomicReferenceArray<DatasetIssue> damage;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger decoded = new AtomicInteger();
    private final long maxBytes;
    private PixelFile disk = PixelFile.none();

    private PixelCache(List<Sample> samples, long maxBytes) {
        this.samples = List.copyOf(samples);
        this.images = new AtomicReferenceArray<>(samples.size());
        this.facts = new AtomicReferenceArray<>(samples.size());
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
        return fill(samples, maxBytes, SavedDataset.ofThisSystem(0), progress);
    }

    /**
     * Decodes images of which nothing is saved.
     *
     * @param maxBytes maximum number of bytes cached in memory
     * @param saved what is known and decoded of the images; more is added
     * @return what was decoded until a stop was requested; to be closed if decoded images are saved
     */
    public static PixelCache fill(List<Sample> samples, long maxBytes, SavedDataset saved, Progress progress) {
        PixelCache cache = new PixelCache(samples, maxBytes);
        KnownImages known = saved.images().known();
        IntStream.range(0, samples.size()).parallel().forEach(i -> cache.learn(i, known, progress));
        known.save();
        cache.save(saved.pixels(), known.roots());
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
        return image(place(sample));
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
        return image != null ? image : keep(place, read(place));
    }

    /** Closes the file of decoded images; others are decoded again from then on. */
    @Override
    public void close() {
        disk.close();
    }

    /** Reads a decoded image from disk, or decodes it and saves it there. */
    private RasterImage read(int place) {
        ImageFacts known = facts.get(place);
        Optional<RasterImage> saved = known == null ? Optional.empty() : disk.read(known);
        if (saved.isPresent()) {
            return saved.get();
        }
        RasterImage image = samples.get(place).pixels().read();
        if (known != null) {
            disk.add(known, image);
        }
        return image;
    }

    /** Opens the file of decoded images, and adds those that were just decoded. */
    private void save(SavedPixels saved, Set<String> roots) {
        long needed = 0;
        for (int i = 0; i < samples.size(); i++) {
            needed += facts(i).map(ImageFacts::bytes).orElse(0L);
        }
        disk = saved.open(roots, needed);
        for (int i = 0; i < samples.size(); i++) {
            RasterImage image = images.get(i);
            if (image != null) {
                disk.add(facts.get(i), image);
            }
        }
    }

    /**
     * Returns what is known of the image of a sample; empty if it cannot be read, or a stop was requested before.
     *
     * @param sample one of {@link #samples()}, of any split
     */
    public Optional<ImageFacts> facts(Sample sample) {
        return facts(place(sample));
    }

    /** Returns what is known of the image of the sample at an index of {@link #samples()}, see {@link #facts(Sample)}. */
    public Optional<ImageFacts> facts(int place) {
        return Optional.ofNullable(facts.get(place));
    }

    private int place(Sample sample) {
        Integer place = places.get(sample.id());
        if (place == null) {
            throw new IllegalArgumentException("this cache has no sample " + sample.id());
        }
        return place;
    }

    private void learn(int place, KnownImages known, Progress progress) {
        if (progress.stopRequested()) {
            return;
        }
        Sample sample = samples.get(place);
        Optional<ImageOrigin> origin = sample.pixels().origin();
        Optional<ImageFacts> remembered = origin.flatMap(known::find);
        if (remembered.isPresent()) {
            facts.set(place, remembered.get());
        } else {
            decode(place).ifPresent(image -> {
                ImageFacts measured = ImageFacts.of(image);
                facts.set(place, measured);
                origin.ifPresent(file -> known.add(file, measured));
            });
        }
        int done = decoded.incrementAndGet();
        if (done % PICTURES_BETWEEN_REPORTS == 0 || done == samples.size()) {
            progress.report(done / (double) samples.size(), Texts.of("datasets.progress.images", done, samples.size()));
        }
    }

    /** Decodes an image; empty if it cannot be read, which is listed. */
    private Optional<RasterImage> decode(int place) {
        Sample sample = samples.get(place);
        try {
            return Optional.of(keep(place, sample.pixels().read()));
        } catch (Problem e) {
            damage.set(place, new DatasetIssue(DatasetIssue.Kind.UNREADABLE, sample.id(), e.getMessage()));
            return Optional.empty();
        }
    }

    /** Caches an image if it fits, and returns it. */
    private RasterImage keep(int place, RasterImage image) {
        int size = image.values().length;
        boolean fits = bytes.addAndGet(size) <= maxBytes;
        if (!fits || !images.compareAndSet(place, null, image)) {
            bytes.addAndGet(-size);
        }
        return image;
    }
}
