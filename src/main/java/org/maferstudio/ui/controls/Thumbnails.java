package org.maferstudio.ui.controls;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;

/**
 * Makes thumbnails in the background and caches them while there is memory.
 *
 * @param <T> what an image is made of, such as a sample; a value with equals
 */
public final class Thumbnails<T> implements ThumbnailSource<T> {
    /** Makes the image of an item, in the background. */
    @FunctionalInterface
    public interface Source<T> {
        /**
         * Reads or makes the image, at any size.
         *
         * @throws Exception if it cannot be read; the place says so then
         */
        RasterImage load(T item) throws Exception;
    }

    private static final System.Logger LOG = System.getLogger(Thumbnails.class.getName());
    private static final int MAX_KEPT = 4_000;

    private final Jobs jobs;
    private final Source<T> source;
    private final int side;
    private final Map<T, SoftReference<Image>> kept = new HashMap<>();
    private final Set<T> unreadable = new HashSet<>();
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * Small images from a source.
     *
     * @param side the maximum longer side of the images, in pixels; smaller images stay as they are
     */
    public Thumbnails(Jobs jobs, Source<T> source, int side) {
        this.jobs = jobs;
        this.source = source;
        this.side = side;
    }

    @Override
    public Runnable request(T item, Consumer<Optional<Image>> receiver) {
        SoftReference<Image> reference = kept.get(item);
        Image known = reference == null ? null : reference.get();
        if (known != null || unreadable.contains(item)) {
            receiver.accept(Optional.ofNullable(known));
            return () -> {};
        }
        boolean[] wanted = {true};
        Job job = jobs.start(JobPlan.<Optional<Image>>of(Texts.of("common.thumbnail.job"), progress -> read(item))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(image -> {
                    image.ifPresentOrElse(there -> cache(item, there), () -> unreadable.add(item));
                    if (wanted[0]) {
                        receiver.accept(image);
                    }
                }));
        return () -> {
            wanted[0] = false;
            job.requestStop();
        };
    }

    /** Discards all images, for another source of the same items. */
    public void clear() {
        kept.clear();
        unreadable.clear();
        warned.set(false);
    }

    /** The dataset check lists what cannot be read, and why; the log warns once, since often all of a folder is gone. */
    private Optional<Image> read(T item) {
        try {
            return Optional.of(make(item));
        } catch (Exception e) { // Sources and decoders throw all kinds.
            System.Logger.Level level =
                    warned.getAndSet(true) ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
            LOG.log(
                    level,
                    Texts.of("common.thumbnail.job") + ": " + e.getMessage(),
                    e instanceof Problem ? e.getCause() : e);
            return Optional.empty();
        }
    }

    private void cache(T item, Image image) {
        if (kept.size() >= MAX_KEPT) {
            kept.clear();
        }
        kept.put(item, new SoftReference<>(image));
    }

    private Image make(T item) throws Exception {
        RasterImage image = source.load(item);
        int longer = Math.max(image.width(), image.height());
        if (longer > side) {
            double scale = (double) side / longer;
            image = Resampling.resize(
                    image,
                    Math.max(1, (int) Math.round(image.width() * scale)),
                    Math.max(1, (int) Math.round(image.height() * scale)),
                    Kernel.BILINEAR);
        }
        return FxImages.of(image);
    }
}
