package org.maferstudio.datasets.readers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.Expression;

/**
 * The images of a tree whose folders name their class and perhaps their split, anywhere in the path.
 *
 * <p>The folder nearest to the image that names an expression is its class, unless it holds folders of other
 * expressions: then it is a subject or a dataset of that name. Folders beside classes are classes too, by words that have to
 * be mapped. Only where no folder of the tree names an expression, numbers are classes, else the folders of the images.
 * Folders above split and class, which all share, are no part of a sample's id.
 */
final class ImageFolders {
    /** More folders of unknown names are subjects or videos, not classes. */
    private static final int MOST_UNKNOWN = 12;

    private final List<Place> places = new ArrayList<>();
    private final Map<String, Integer> strangers = new TreeMap<>();
    private final int others;
    private final Classes classes;
    private final Repeated repeated;

    /**
     * The location of an image.
     *
     * @param entry its name in the tree
     * @param id its name starting at the split or class
     * @param split as named by its folders
     * @param label the id of an expression, a number, or a word that has to be mapped
     */
    record Place(String entry, String id, Optional<String> split, String label) {}

    ImageFolders(DatasetTree tree) {
        List<String> all = tree.entries().stream().filter(EntryNames::isImage).toList();
        this.others = tree.entries().size() - all.size();
        this.repeated = new Repeated(tree, all);
        List<String> pictures =
                all.stream().filter(entry -> !repeated.contains(entry)).toList();
        this.classes = new Classes(pictures);
        // Thousands of images are in one folder, which is looked at once.
        Map<String, Folder> folders = new LinkedHashMap<>();
        for (String entry : pictures) {
            Folder folder = folders.computeIfAbsent(EntryNames.folder(entry), this::folder);
            if (folder.at() < 0) {
                strangers.merge(EntryNames.folder(entry), 1, Integer::sum);
            }
        }
        List<Folder> named =
                folders.values().stream().filter(folder -> folder.at() >= 0).toList();
        int shared = shared(named);
        Map<Folder, Integer> starts = new HashMap<>();
        named.forEach(folder -> starts.put(folder, folder.start(shared)));
        for (String entry : pictures) {
            Folder folder = folders.get(EntryNames.folder(entry));
            if (folder.at() >= 0) {
                places.add(new Place(entry, entry.substring(starts.get(folder)), folder.split(), folder.label()));
            }
        }
    }

    /**
     * A folder with images.
     *
     * @param at the place of the folder that names the class; -1 if none does
     * @param first the first place that names the class or the split
     */
    private record Folder(List<String> parts, int at, int first, Optional<String> split, String label) {
        /** The length of its first folders, with their slashes. */
        int start(int shared) {
            return parts.subList(0, shared).stream()
                    .mapToInt(part -> part.length() + 1)
                    .sum();
        }
    }

    private Folder folder(String name) {
        String[] parts = EntryNames.folders(name + "/");
        int at = classes.at(parts);
        if (at < 0) {
            return new Folder(List.of(parts), at, 0, Optional.empty(), "");
        }
        int split = splitAt(parts, at);
        Optional<String> named = split < 0 ? Optional.empty() : SplitNames.of(parts[split]);
        int first = split < 0 ? at : Math.min(at, split);
        return new Folder(List.of(parts), at, first, named, classes.label(parts[at]));
    }

    /** The images that have a class, sorted by name. */
    List<Place> places() {
        return places;
    }

    /** Folders with images that name no class, with their image counts. */
    Map<String, Integer> strangers() {
        return strangers;
    }

    /** The number of files that are not images. */
    int others() {
        return others;
    }

    /** Whether the classes are only known by numbers. */
    boolean isNumbered() {
        return classes.kind == Kind.NUMBERS;
    }

    /** Whether no folder names an expression or a number. */
    boolean isUnknown() {
        return classes.kind == Kind.WORDS;
    }

    /** The number of images skipped because their folder contains a copy of itself. */
    int repeated() {
        return repeated.count();
    }

    private static int splitAt(String[] parts, int classAt) {
        for (int i = parts.length - 1; i >= 0; i--) {
            if (i != classAt && SplitNames.of(parts[i]).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** The number of leading folders, above split and class, that all images share. */
    private static int shared(List<Folder> folders) {
        int shared = folders.stream().mapToInt(Folder::first).min().orElse(0);
        for (Folder folder : folders) {
            int same = 0;
            while (same < shared
                    && folder.parts().get(same).equals(folders.get(0).parts().get(same))) {
                same++;
            }
            shared = same;
        }
        return shared;
    }

    /** How folders name classes. */
    private enum Kind {
        EXPRESSIONS,
        NUMBERS,
        WORDS
    }

    /** Returns the folder of an image that names its class. */
    private static final class Classes {
        private final Kind kind;
        private final Map<String, Optional<Expression>> meanings = new HashMap<>();
        /** Folders that hold folders of other expressions. */
        private final Set<String> above = new HashSet<>();
        /** Folders whose folders are classes. */
        private final Set<String> holders = new HashSet<>();

        Classes(List<String> pictures) {
            Set<String> folders = new TreeSet<>();
            pictures.forEach(entry -> folders.add(EntryNames.folder(entry)));
            List<String[]> paths = folders.stream()
                    .map(folder -> EntryNames.folders(folder + "/"))
                    .toList();
            paths.forEach(this::findAbove);
            paths.forEach(this::findHolder);
            if (!holders.isEmpty()) {
                kind = Kind.EXPRESSIONS;
            } else {
                kind = paths.stream().anyMatch(Classes::endsInNumber) || !nameWords(paths) ? Kind.NUMBERS : Kind.WORDS;
            }
        }

        private void findAbove(String[] parts) {
            for (int i = parts.length - 1; i > 0; i--) {
                Optional<Expression> inner = meaning(parts[i]);
                for (int j = 0; inner.isPresent() && j < i; j++) {
                    if (meaning(parts[j]).filter(e -> e != inner.get()).isPresent()) {
                        above.add(path(parts, j + 1));
                    }
                }
            }
        }

        private void findHolder(String[] parts) {
            int at = namedAt(parts);
            if (at >= 0) {
                holders.add(holder(parts, at));
            }
        }

        /** The folder that holds a class; all splits beside each other are one. */
        private static String holder(String[] parts, int at) {
            boolean inSplit = at > 0 && SplitNames.of(parts[at - 1]).isPresent();
            return inSplit ? path(parts, at - 1) + "/split" : path(parts, at);
        }

        /** Whether the folders of the images look like classes with unknown names. */
        private static boolean nameWords(List<String[]> paths) {
            Set<String> words = new HashSet<>();
            for (String[] parts : paths) {
                if (parts.length > 0) {
                    words.add(parts[parts.length - 1]);
                }
            }
            return words.size() > 1
                    && words.size() <= MOST_UNKNOWN
                    && words.stream().allMatch(word -> SplitNames.of(word).isEmpty());
        }

        private static boolean endsInNumber(String[] parts) {
            return parts.length > 0 && Reading.isNumber(parts[parts.length - 1]);
        }

        int at(String[] parts) {
            int last = parts.length - 1;
            return switch (kind) {
                case NUMBERS -> endsInNumber(parts) ? last : -1;
                case WORDS -> last;
                case EXPRESSIONS -> {
                    int named = namedAt(parts);
                    yield named >= 0 ? named : besideClassesAt(parts);
                }
            };
        }

        private int namedAt(String[] parts) {
            int i = parts.length - 1;
            while (i >= 0 && (meaning(parts[i]).isEmpty() || above.contains(path(parts, i + 1)))) {
                i--;
            }
            return i;
        }

        private int besideClassesAt(String[] parts) {
            for (int i = parts.length - 1; i >= 0; i--) {
                if (SplitNames.of(parts[i]).isPresent() || above.contains(path(parts, i + 1))) {
                    return -1;
                }
                if (holders.contains(holder(parts, i))) {
                    return i;
                }
            }
            return -1;
        }

        String label(String folder) {
            return Reading.isNumber(folder)
                    ? String.valueOf(Integer.parseInt(folder))
                    : meaning(folder).map(Expression::id).orElse(folder);
        }

        private Optional<Expression> meaning(String folder) {
            return meanings.computeIfAbsent(folder, Expression::of);
        }

        private static String path(String[] parts, int length) {
            return String.join("/", Arrays.asList(parts).subList(0, length));
        }
    }

    /**
     * Images in a folder that contains a copy of itself, as in {@code images/images/train} of copies on Kaggle.
     *
     * @param entries of the inner folder, which the outer one has as well, in the same size
     */
    private record Repeated(Set<String> entries) {
        Repeated(DatasetTree tree, List<String> pictures) {
            this(new HashSet<>());
            Map<String, Optional<String>> others = new HashMap<>();
            for (String entry : pictures) {
                Optional<String> outer = others.computeIfAbsent(EntryNames.folder(entry), folder -> once(tree, folder));
                if (outer.isPresent()) {
                    String once = outer.get() + EntryNames.fileName(entry);
                    if (tree.has(once) && tree.size(once) == tree.size(entry)) {
                        entries.add(entry);
                    }
                }
            }
        }

        /** The same folder with a slash and with the repeated folder named once; empty if none is repeated. */
        private static Optional<String> once(DatasetTree tree, String images) {
            String above = tree.name();
            String path = images + "/";
            int start = 0;
            for (String folder : EntryNames.folders(path)) {
                if (folder.equals(above)) {
                    return Optional.of(path.substring(0, start) + path.substring(start + folder.length() + 1));
                }
                above = folder;
                start += folder.length() + 1;
            }
            return Optional.empty();
        }

        boolean contains(String entry) {
            return entries.contains(entry);
        }

        int count() {
            return entries.size();
        }
    }
}
