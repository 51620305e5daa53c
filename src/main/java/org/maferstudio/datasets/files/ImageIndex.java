package org.maferstudio.datasets.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the image that an annotation names, although the path was written on another computer.
 *
 * <p>Paths are tried whole, from the folder of the annotation and from the top, then by as many of their last parts as most
 * paths of that annotation need: {@code /home/me/faces/angry/1.png} is {@code angry/1.png} here. What is found is always a
 * file of this dataset.
 */
public final class ImageIndex {
    private static final int MOST_PARTS = 6;
    private static final int PATHS_TRIED = 3000;

    private final ReadableFiles files;
    /** Entries by file name in lower case, and by that name without its extension. */
    private final Map<String, List<String>> named = new HashMap<>();

    /** Indexes the images of a dataset. */
    public ImageIndex(ReadableFiles files) {
        this.files = files;
        for (String entry : files.entries()) {
            if (EntryNames.isImage(entry)) {
                String name = EntryNames.fileName(entry).toLowerCase(Locale.ROOT);
                named.computeIfAbsent(name, n -> new ArrayList<>(1)).add(entry);
                named.computeIfAbsent(stem(name), n -> new ArrayList<>(1)).add(entry);
            }
        }
    }

    /**
     * Learns how the paths of one annotation are written.
     *
     * @param annotation the entry that contains the paths
     * @param written the paths
     */
    public Paths paths(String annotation, Collection<String> written) {
        List<String> some = written.stream().limit(PATHS_TRIED).toList();
        Paths best = new Paths(annotation, Integer.MAX_VALUE);
        long most = best.found(some);
        // A path that leads nowhere is a missing image, unless most lead nowhere: then they were written elsewhere.
        for (int parts = MOST_PARTS; parts > 0 && 2 * most < some.size(); parts--) {
            Paths paths = new Paths(annotation, parts);
            long found = paths.found(some);
            if (found > most) {
                most = found;
                best = paths;
            }
        }
        return best;
    }

    /** The paths of one annotation. */
    public final class Paths {
        private final String folder;
        private final int parts;

        private Paths(String annotation, int parts) {
            this.folder = EntryNames.folder(annotation);
            this.parts = parts;
        }

        private long found(List<String> written) {
            return written.stream().filter(path -> find(path).isPresent()).count();
        }

        /** The entry of the image; empty if there is none, or several that fit equally. */
        public Optional<String> find(String written) {
            String path = normalise(written);
            if (path.isEmpty()) {
                return Optional.empty();
            }
            String beside = folder.isEmpty() ? path : folder + "/" + path;
            if (files.has(beside)) {
                return Optional.of(beside);
            }
            if (files.has(path)) {
                return Optional.of(path);
            }
            return byEnd(path);
        }

        private String normalise(String written) {
            String path = written.strip().replace('\\', '/');
            if (path.chars().anyMatch(c -> c < ' ')) {
                return "";
            }
            if (parts == Integer.MAX_VALUE) {
                return EntryNames.safe(path).orElse("");
            }
            List<String> all = Arrays.stream(path.split("/"))
                    .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
                    .toList();
            return String.join("/", all.subList(Math.max(0, all.size() - parts), all.size()));
        }

        private Optional<String> byEnd(String path) {
            String name = EntryNames.fileName(path).toLowerCase(Locale.ROOT);
            String end = "/" + (EntryNames.isImage(path) ? path : path + ".").toLowerCase(Locale.ROOT);
            List<String> fitting = named.getOrDefault(name, List.of()).stream()
                    .filter(entry -> endsWith("/" + entry.toLowerCase(Locale.ROOT), end))
                    .toList();
            return fitting.size() < 2 ? fitting.stream().findFirst() : nearest(fitting);
        }

        private boolean endsWith(String entry, String end) {
            return end.endsWith(".")
                    ? entry.substring(0, entry.lastIndexOf('.') + 1).endsWith(end)
                    : entry.endsWith(end);
        }

        /** The candidate that shares most folders with the annotation; empty if several do. */
        private Optional<String> nearest(List<String> fitting) {
            int most = fitting.stream().mapToInt(this::shared).max().orElse(0);
            List<String> near =
                    fitting.stream().filter(entry -> shared(entry) == most).toList();
            return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
        }

        private int shared(String entry) {
            String[] here = EntryNames.folders(folder + "/");
            String[] there = EntryNames.folders(entry);
            int shared = 0;
            while (shared < Math.min(here.length, there.length) && here[shared].equals(there[shared])) {
                shared++;
            }
            return shared;
        }
    }

    /** A name without its extension. */
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
