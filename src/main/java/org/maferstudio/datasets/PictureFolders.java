package org.maferstudio.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.maferstudio.expression.Expression;

/**
 * The pictures of a tree whose folders name their class and perhaps their split, wherever in the path these stand.
 *
 * <p>The folder nearest to the picture that names an expression is its class. Only where no folder of the tree does,
 * numbers are classes. Folders above split and class, which all share, are no part of a sample's id.
 */
final class PictureFolders {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final List<Place> places = new ArrayList<>();
    private final Map<String, Integer> strangers = new TreeMap<>();
    private final int others;
    private final boolean numbered;

    /**
     * Where a picture lies.
     *
     * @param entry its name in the tree
     * @param id its name from the split or class on
     * @param split as its folders say it
     * @param label the id of an expression, or a number
     */
    record Place(String entry, String id, Optional<String> split, String label) {}

    PictureFolders(DatasetTree tree) {
        List<String> pictures =
                tree.entries().stream().filter(EntryNames::isPicture).toList();
        this.others = tree.entries().size() - pictures.size();
        this.numbered = pictures.stream().noneMatch(entry -> namedAt(folders(entry)) >= 0);
        List<String[]> folders = new ArrayList<>();
        List<String> found = new ArrayList<>();
        int shared = Integer.MAX_VALUE;
        for (String entry : pictures) {
            String[] parts = folders(entry);
            int at = classAt(parts);
            if (at < 0) {
                strangers.merge(EntryNames.folder(entry), 1, Integer::sum);
                continue;
            }
            int split = splitAt(parts, at);
            shared = sharedWith(folders, parts, Math.min(shared, split < 0 ? at : Math.min(at, split)));
            folders.add(parts);
            found.add(entry);
        }
        for (int i = 0; i < found.size(); i++) {
            places.add(place(found.get(i), folders.get(i), shared));
        }
    }

    /** The pictures that have a class, sorted by name. */
    List<Place> places() {
        return places;
    }

    /** Folders with pictures that name no class, and how many pictures each has. */
    Map<String, Integer> strangers() {
        return strangers;
    }

    /** How many files are no pictures. */
    int others() {
        return others;
    }

    /** Whether the classes are only known by numbers. */
    boolean isNumbered() {
        return numbered;
    }

    private Place place(String entry, String[] parts, int shared) {
        int at = classAt(parts);
        int split = splitAt(parts, at);
        int start = 0;
        for (int i = 0; i < shared; i++) {
            start += parts[i].length() + 1;
        }
        String label = numbered
                ? String.valueOf(Integer.parseInt(parts[at]))
                : Expression.of(parts[at]).orElseThrow().id();
        return new Place(entry, entry.substring(start), split < 0 ? Optional.empty() : Splits.of(parts[split]), label);
    }

    private int classAt(String[] parts) {
        if (!numbered) {
            return namedAt(parts);
        }
        int last = parts.length - 1;
        return last >= 0 && NUMBER.matcher(parts[last]).matches() ? last : -1;
    }

    private static int namedAt(String[] parts) {
        int i = parts.length - 1;
        while (i >= 0 && Expression.of(parts[i]).isEmpty()) {
            i--;
        }
        return i;
    }

    private static int splitAt(String[] parts, int classAt) {
        for (int i = parts.length - 1; i >= 0; i--) {
            if (i != classAt && Splits.of(parts[i]).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** How many of the first {@code limit} folders all have in common. */
    private static int sharedWith(List<String[]> others, String[] parts, int limit) {
        if (others.isEmpty()) {
            return limit;
        }
        String[] first = others.get(0);
        int shared = 0;
        while (shared < limit && first[shared].equals(parts[shared])) {
            shared++;
        }
        return shared;
    }

    private static String[] folders(String entry) {
        String folder = EntryNames.folder(entry);
        return folder.isEmpty() ? new String[0] : folder.split("/");
    }
}
