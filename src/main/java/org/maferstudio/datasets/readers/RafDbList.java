package org.maferstudio.datasets.readers;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * RAF-DB's basic expressions as its authors give them out: {@code EmoLabel/list_patition_label.txt} (so spelt) with
 * lines such as {@code train_00001.jpg 5}, and {@code Image/aligned/train_00001_aligned.jpg}.
 *
 * <p>Labels 1 to 7 are surprise, fear, disgust, happiness, sadness, anger, neutral. A list that has been renumbered
 * from 0 is not trusted: its classes have to be assigned.
 */
final class RafDbList implements DatasetReader {
    private static final String LIST = "list_patition_label.txt";
    /** So many numbers above seven are no mistake; the compound part has four. */
    private static final int COMPOUND_NUMBERS = 3;

    private static final Pattern LINE =
            Pattern.compile("((train|test)_[\\w-]+)\\.(\\w+)\\s+(\\d{1,6})(?:\\s+\\S{1,20})*");

    @Override
    public String name() {
        return "raf-db";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.rafDbList.layout", LIST);
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        return list(tree).isPresent();
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        String list = list(tree).orElseThrow();
        Images images = new Images(tree, list);
        List<Line> lines = new ArrayList<>();
        List<DatasetIssue> damage = new ArrayList<>();
        parse(tree, list, lines, damage);
        if (isCompound(lines)) {
            throw Problem.input(Texts.of("datasets.format.rafDbList.error.compound", list, tree.title()));
        }
        boolean renumbered = lines.stream().anyMatch(line -> line.number == 0);
        LabelSet labels = LabelSet.rafdb();
        List<Reading.Entry> entries = new ArrayList<>();
        for (Line line : lines) {
            Optional<String> image = images.of(line);
            String where = list + ": " + line.file();
            if (!renumbered && line.number > labels.size()) {
                damage.add(new DatasetIssue(
                        DatasetIssue.Kind.UNKNOWN_LABEL,
                        line.file(),
                        Texts.of("datasets.format.rafDbList.issue.label", where, line.number)));
            } else if (image.isEmpty()) {
                damage.add(new DatasetIssue(
                        DatasetIssue.Kind.UNREADABLE,
                        line.file(),
                        Texts.of("datasets.format.rafDbList.issue.noImage", where)));
            } else {
                String label = renumbered ? String.valueOf(line.number) : labels.name(line.number - 1);
                entries.add(new Reading.Entry(
                        images.id(image.get()), line.split, label, "", new FilePixels(tree, image.get())));
            }
        }
        if (entries.isEmpty()) {
            throw Problem.input(
                    images.areOriginals()
                            ? Texts.of("datasets.format.rafDbList.error.originals", tree.title())
                            : Texts.of("datasets.format.rafDbList.error.noImages", list, tree.title()));
        }
        return new Reading(
                "RAF-DB",
                name(),
                renumbered ? Reading.Scheme.suggested(labels) : Reading.Scheme.fixed(labels),
                entries,
                damage,
                images.notes(entries.size()));
    }

    /** The list of the basic part, where the compound part is next to it. */
    private static Optional<String> list(DatasetTree tree) {
        return tree.entries().stream()
                .filter(entry -> EntryNames.fileName(entry).equals(LIST))
                .min(Comparator.comparing(RafDbList::isInCompound));
    }

    private static boolean isInCompound(String list) {
        return EntryNames.folder(list).toLowerCase(Locale.ROOT).contains("compound");
    }

    /** Whether it is the list of RAF-DB's eleven compound classes, and not of seven with a wrong number. */
    private static boolean isCompound(List<Line> lines) {
        return lines.stream()
                        .mapToInt(line -> line.number)
                        .filter(number -> number > LabelSet.rafdb().size())
                        .distinct()
                        .count()
                >= COMPOUND_NUMBERS;
    }

    private static void parse(DatasetTree tree, String list, List<Line> lines, List<DatasetIssue> damage) {
        Set<String> seen = new HashSet<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(tree.read(list)), StandardCharsets.UTF_8))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                Matcher matcher = LINE.matcher(text.strip());
                if (text.isBlank()) {
                    continue;
                }
                if (!matcher.matches()) {
                    String start = text.substring(0, Math.min(40, text.length()));
                    damage.add(new DatasetIssue(
                            DatasetIssue.Kind.UNKNOWN_LABEL,
                            list,
                            Texts.of("datasets.format.rafDbList.issue.line", list, start)));
                } else if (seen.add(matcher.group(1))) {
                    lines.add(new Line(
                            matcher.group(1),
                            matcher.group(3),
                            SplitNames.named(matcher.group(2)),
                            Integer.parseInt(matcher.group(4))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private record Line(String stem, String extension, String split, int number) {
        String file() {
            return stem + "." + extension;
        }
    }

    /** Where the images of the list are. */
    private static final class Images {
        private final String root;
        private final Set<String> entries;

        Images(DatasetTree tree, String list) {
            String folder = EntryNames.folder(list);
            // The list is in EmoLabel, next to Image; some copies put it at the top.
            String above =
                    EntryNames.fileName(folder).equalsIgnoreCase("EmoLabel") ? EntryNames.folder(folder) : folder;
            this.root = above.isEmpty() ? "" : above + "/";
            this.entries = new HashSet<>(tree.entries());
        }

        Optional<String> of(Line line) {
            return List.of(
                            "Image/aligned/" + line.stem + "_aligned." + line.extension,
                            "Image/aligned/" + line.file(),
                            "aligned/" + line.stem + "_aligned." + line.extension)
                    .stream()
                    .map(name -> root + name)
                    .filter(entries::contains)
                    .findFirst();
        }

        String id(String entry) {
            return entry.substring(root.length());
        }

        /** Whether only the original photographs are there, in which the face is not cut out. */
        boolean areOriginals() {
            return entries.stream().anyMatch(entry -> entry.startsWith(root + "Image/original/"));
        }

        List<String> notes(int used) {
            long aligned = entries.stream()
                    .filter(entry -> entry.startsWith(root) && entry.contains("aligned/") && EntryNames.isImage(entry))
                    .count();
            return aligned > used
                    ? List.of(Texts.of("datasets.format.rafDbList.note.unlisted", aligned - used))
                    : List.of();
        }
    }
}
