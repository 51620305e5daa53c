package org.maferstudio.datasets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * What is opened as one dataset; stored in the recipe, so that a run can be repeated.
 *
 * @param paths folders, csv files, zips of either, or {@code drawn} and {@code drawn:SEED}; several make one dataset
 * @param format the reader's name; empty to recognise it
 * @param labels the classes if names do not show them: in the order of the numbers from the smallest on, or word by
 *     word such as {@code wut=anger}; {@code none} leaves a word out; empty if names show them
 * @param splits renames of splits, such as validation to test
 * @param validShare the share of train to hold out as validation, 0 to 0.9; 0 leaves the splits as they are
 * @param seed for what is held out
 * @param leaveOutDamaged whether unreadable samples are left out, which is recorded, or stop a training
 * @param leaveOutDuplicates whether images of train with an exact or near duplicate in another split are left out of a
 *     training, which is recorded
 * @param heldOut the fold that is held out; null if the dataset's own splits are used
 */
public record DatasetSource(
        List<String> paths,
        String format,
        List<String> labels,
        Map<String, String> splits,
        double validShare,
        long seed,
        boolean leaveOutDamaged,
        boolean leaveOutDuplicates,
        Fold heldOut) {
    /** The largest share of train that can be held out. */
    public static final double LARGEST_SHARE = 0.9;

    /** The value in {@link #labels} of a word whose images are excluded. */
    public static final String LEFT_OUT = "none";

    /** Separates paths in a line; not allowed in file names on Windows and rare elsewhere. */
    private static final String SEPARATOR = " | ";

    private static final Pattern DRAWN = Pattern.compile("drawn(?::(\\d{1,18}))?");
    private static final long DRAWN_SEED = 17;

    public DatasetSource {
        paths = List.copyOf(paths);
        format = format == null ? "" : format;
        labels = labels == null ? List.of() : List.copyOf(labels);
        splits = splits == null ? Map.of() : Map.copyOf(splits);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("a dataset needs at least one path");
        }
        if (!(validShare >= 0 && validShare <= LARGEST_SHARE)) {
            throw new IllegalArgumentException("the share held out must be from 0 to 0.9, got " + validShare);
        }
    }

    /** Creates a source that keeps the dataset's own splits. */
    public DatasetSource(
            List<String> paths,
            String format,
            List<String> labels,
            Map<String, String> splits,
            double validShare,
            long seed,
            boolean leaveOutDamaged) {
        this(paths, format, labels, splits, validShare, seed, leaveOutDamaged, false, null);
    }

    /** Creates a source of paths, everything else detected. */
    public static DatasetSource of(String... paths) {
        return new DatasetSource(List.of(paths), "", List.of(), Map.of(), 0, 17, false);
    }

    /** Creates a source of the paths in a line made by {@link #line}, everything else detected. */
    public static DatasetSource ofLine(String line) {
        return of(line.split(Pattern.quote(SEPARATOR)));
    }

    /** Whether these are the drawn faces, which are not on disk. */
    public boolean isDrawn() {
        return drawnSeed().isPresent();
    }

    /**
     * The seed of the drawn faces; empty if a source means something on disk.
     *
     * @throws Problem if the drawn faces are meant, but their seed is no number, or something else is to join them
     */
    public Optional<Long> drawnSeed() {
        Optional<String> drawn = paths.stream()
                .filter(path -> path.equals("drawn") || path.startsWith("drawn:"))
                .findFirst();
        if (drawn.isPresent() && paths.size() > 1) {
            throw Problem.input(Texts.of("datasets.drawn.error.paths", paths.size(), drawn.get()));
        }
        return drawn.map(name -> {
            Matcher matcher = DRAWN.matcher(name);
            if (!matcher.matches()) {
                throw Problem.input(Texts.of("datasets.drawn.error.name", name));
            }
            return matcher.group(1) == null ? DRAWN_SEED : Long.parseLong(matcher.group(1));
        });
    }

    /** The paths in one line, for lists of what was opened. */
    public String line() {
        return String.join(SEPARATOR, paths);
    }

    /** The last part of each path, for display. */
    public String shortText() {
        return paths.stream()
                .map(path -> path.replaceAll("[/\\\\]+$", ""))
                .map(path -> path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1))
                .collect(Collectors.joining(" + "));
    }

    /** Returns a copy with other paths. */
    public DatasetSource withPaths(List<String> others) {
        return new DatasetSource(
                others, format, labels, splits, validShare, seed, leaveOutDamaged, leaveOutDuplicates, heldOut);
    }

    /** Returns a copy with another format. */
    public DatasetSource as(String otherFormat) {
        return new DatasetSource(
                paths, otherFormat, labels, splits, validShare, seed, leaveOutDamaged, leaveOutDuplicates, heldOut);
    }

    /** Returns a copy with class names. */
    public DatasetSource withLabels(List<String> said) {
        return new DatasetSource(
                paths, format, said, splits, validShare, seed, leaveOutDamaged, leaveOutDuplicates, heldOut);
    }

    /** Returns a copy with another validation share and seed. */
    public DatasetSource holdingOut(double share, long otherSeed) {
        return new DatasetSource(
                paths, format, labels, splits, share, otherSeed, leaveOutDamaged, leaveOutDuplicates, heldOut);
    }

    /** Returns a copy with a held-out fold. */
    public DatasetSource with(Fold fold) {
        return new DatasetSource(
                paths, format, labels, splits, validShare, seed, leaveOutDamaged, leaveOutDuplicates, fold);
    }

    /** Returns a copy that trains without duplicates of other splits. */
    public DatasetSource withoutDuplicates() {
        return new DatasetSource(paths, format, labels, splits, validShare, seed, leaveOutDamaged, true, heldOut);
    }

    /** The fold that is held out; empty if the dataset's own splits are used. */
    public Optional<Fold> fold() {
        return Optional.ofNullable(heldOut);
    }
}
