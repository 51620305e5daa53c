package org.maferstudio.datasets.saved;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What is known of images while a dataset is opened: what was remembered, and what was decoded since. Thread-safe. */
public final class KnownImages {
    /**
     * A file that was modified within this time before may be modified once more within the file system's resolution of
     * time, so that the change would not show: it is not remembered.
     */
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** So many images that are no longer there are forgotten only when they are more than those that are. */
    private static final int LEAST_FORGOTTEN = 10_000;

    private final SavedImages saved;
    private final long settled = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - SETTLED_NANOS;
    private final Map<String, Root> roots = new ConcurrentHashMap<>();

    /** One image, and the file as it was when it was decoded. */
    record Known(long bytes, long version, ImageFacts facts) {}

    /** The images of a folder or zip. */
    private static final class Root {
        private final Map<String, Known> remembered;
        private final Map<String, Known> seen;
        private volatile boolean changed;

        Root(Map<String, Known> remembered) {
            this.remembered = remembered;
            this.seen = new ConcurrentHashMap<>(remembered.size());
        }
    }

    KnownImages(SavedImages saved) {
        this.saved = saved;
    }

    /** The facts of an image whose file did not change since it was decoded; empty if it has to be decoded. */
    public Optional<ImageFacts> find(ImageOrigin origin) {
        Root root = root(origin);
        Known known = root.remembered.get(origin.entry());
        if (known == null || known.bytes() != origin.bytes() || known.version() != origin.version()) {
            return Optional.empty();
        }
        root.seen.put(origin.entry(), known);
        return Optional.of(known.facts());
    }

    /** Adds an image that was decoded. */
    public void add(ImageOrigin origin, ImageFacts facts) {
        if (origin.version() <= settled) {
            Root root = root(origin);
            root.seen.put(origin.entry(), new Known(origin.bytes(), origin.version(), facts));
            root.changed = true;
        }
    }

    /** The folders and zips that were asked for. */
    public Set<String> roots() {
        return Set.copyOf(roots.keySet());
    }

    /** Remembers what was added; images of the same folders that were not asked for are kept. */
    public void save() {
        roots.forEach((name, root) -> {
            if (root.changed) {
                boolean stale = root.remembered.size() > LEAST_FORGOTTEN + 2 * root.seen.size();
                Map<String, Known> all = stale ? new HashMap<>() : new HashMap<>(root.remembered);
                all.putAll(root.seen);
                saved.write(name, all);
            }
        });
    }

    private Root root(ImageOrigin origin) {
        return roots.computeIfAbsent(origin.root(), name -> new Root(saved.read(name)));
    }
}
