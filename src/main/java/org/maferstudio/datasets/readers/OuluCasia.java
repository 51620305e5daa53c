package org.maferstudio.datasets.readers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Oulu-CASIA as its authors distribute it: {@code VL/Strong/P001/Anger/000.jpeg}, one folder per sequence.
 *
 * <p>The last three frames of each sequence show its expression. Of several cameras and lights, the usual part is read:
 * visible light, strong, cropped where there is a choice. Subjects are the groups.
 */
final class OuluCasia implements DatasetReader {
    /** The six classes, as their folders sort. */
    static final LabelSet LABELS = LabelSet.of(
            Expression.ANGER,
            Expression.DISGUST,
            Expression.FEAR,
            Expression.HAPPINESS,
            Expression.SADNESS,
            Expression.SURPRISE);

    private static final Pattern PICTURE = Pattern.compile("(?:(.+)/)?(P\\d{3})/([^/]+)/([^/]+)");

    private static final int PARTS_NAMED = 5;

    private static final Pattern NUMBERED = Pattern.compile("\\d{1,18}\\.\\w+");

    private final FirstFrame first;

    OuluCasia(FirstFrame first) {
        this.first = first;
    }

    @Override
    public String name() {
        return "oulu-casia" + first.suffix();
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.ouluCasia.layout", first);
    }

    @Override
    public Grouping grouping() {
        return Grouping.SUBJECT;
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        List<String> pictures =
                tree.entries().stream().filter(EntryNames::isImage).toList();
        long fitting = pictures.stream()
                .map(PICTURE::matcher)
                .filter(m -> m.matches()
                        && Expression.of(m.group(3)).isPresent()
                        && NUMBERED.matcher(m.group(4)).matches())
                .count();
        return fitting > 0 && 2 * fitting > pictures.size();
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        Map<String, List<Matcher>> parts = new TreeMap<>();
        int others = 0;
        for (String entry : tree.entries()) {
            Matcher matcher = PICTURE.matcher(entry);
            if (EntryNames.isImage(entry) && matcher.matches()) {
                String part = matcher.group(1) == null ? "" : matcher.group(1);
                parts.computeIfAbsent(part, p -> new ArrayList<>()).add(matcher);
            } else {
                others++;
            }
        }
        String part = parts.keySet().stream()
                .min(Comparator.comparingInt(OuluCasia::rank))
                .orElseThrow();
        Found found = new Found(tree, first);
        parts.remove(part).forEach(found::add);
        if (!parts.isEmpty()) {
            found.notes.add(Texts.of(
                    "datasets.format.ouluCasia.note.otherParts",
                    title(part),
                    parts.keySet().stream()
                            .limit(PARTS_NAMED)
                            .map(OuluCasia::title)
                            .collect(Collectors.joining(", ")),
                    Math.max(0, parts.size() - PARTS_NAMED)));
        }
        if (others > 0) {
            found.notes.add(Texts.of("datasets.format.ouluCasia.note.otherFiles", others));
        }
        return found.reading(name());
    }

    /** The usual part first: cropped, visible light, strong; 0 is the best. */
    private static int rank(String part) {
        String folders = "/" + part.toLowerCase(Locale.ROOT) + "/";
        int rank = folders.contains("acropped/") ? 0 : 16;
        rank += folders.contains("/ni") ? 8 : 0;
        return rank + (folders.contains("/dark/") ? 2 : folders.contains("/weak/") ? 1 : 0);
    }

    private static String title(String part) {
        return part.isEmpty() ? Texts.of("datasets.format.ouluCasia.topFolder") : part;
    }

    /** Collects the sequences of a part. */
    private static final class Found {
        private final DatasetTree tree;
        private final FirstFrame first;
        private final Map<String, FrameSequence> sequences = new LinkedHashMap<>();
        private final Map<String, Integer> strangers = new TreeMap<>();
        private final List<String> notes = new ArrayList<>();
        private int unnumbered;

        Found(DatasetTree tree, FirstFrame first) {
            this.tree = tree;
            this.first = first;
        }

        void add(Matcher picture) {
            String sequence = picture.group(2) + "/" + picture.group(3);
            Optional<Expression> shown = Expression.of(picture.group(3));
            if (shown.isEmpty() || LABELS.indexOf(shown.get().id()) < 0) {
                strangers.merge(EntryNames.folder(picture.group()), 1, Integer::sum);
                return;
            }
            boolean added = sequences
                    .computeIfAbsent(sequence, s -> new FrameSequence())
                    .add(picture.group());
            unnumbered += added ? 0 : 1;
        }

        Reading reading(String format) {
            List<Reading.Entry> entries = new ArrayList<>();
            sequences.forEach((name, sequence) -> {
                String person = EntryNames.folder(name);
                String label =
                        Expression.of(EntryNames.fileName(name)).orElseThrow().id();
                if (first == FirstFrame.NEUTRAL) {
                    sequence.neutral()
                            .ifPresent(frame -> entries.add(entry(name, person, frame, Expression.NEUTRAL.id())));
                }
                sequence.peak().forEach(frame -> entries.add(entry(name, person, frame, label)));
            });
            long brief =
                    sequences.values().stream().filter(FrameSequence::isShort).count();
            if (brief > 0) {
                notes.add(Texts.of("datasets.format.ouluCasia.note.short", brief));
            }
            if (unnumbered > 0) {
                notes.add(Texts.of("datasets.format.ouluCasia.note.unnumbered", unnumbered));
            }
            return new Reading("Oulu-CASIA", format, Reading.Scheme.fixed(first.with(LABELS)), entries, damage(), notes)
                    .in(Reading.Splitting.NONE);
        }

        private Reading.Entry entry(String sequence, String person, String frame, String label) {
            String id = sequence + "/" + EntryNames.fileName(frame);
            return new Reading.Entry(id, Sample.TRAIN, label, person, new FilePixels(tree, frame));
        }

        private List<DatasetIssue> damage() {
            List<DatasetIssue> damage = new ArrayList<>();
            strangers.forEach((folder, count) -> damage.add(new DatasetIssue(
                    DatasetIssue.Kind.UNKNOWN_LABEL,
                    folder,
                    Texts.of("datasets.format.ouluCasia.issue.folder", folder, count))));
            return damage;
        }
    }
}
