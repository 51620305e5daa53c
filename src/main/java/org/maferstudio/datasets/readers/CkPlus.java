package org.maferstudio.datasets.readers;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * CK+ as its authors give it out: {@code cohn-kanade-images/S005/001/S005_001_00000011.png} and {@code
 * Emotion/S005/001/S005_001_00000011_emotion.txt}, which only some sequences have.
 *
 * <p>The last three frames of a sequence, up to the one that its label names, show its expression. Subjects are the
 * groups.
 */
final class CkPlus implements DatasetReader {
    /** The numbers 0 to 7 of the label files. */
    private static final List<Expression> NUMBERS = List.of(
            Expression.NEUTRAL,
            Expression.ANGER,
            Expression.CONTEMPT,
            Expression.DISGUST,
            Expression.FEAR,
            Expression.HAPPINESS,
            Expression.SADNESS,
            Expression.SURPRISE);

    private static final LabelSet LABELS =
            LabelSet.of(NUMBERS.subList(1, NUMBERS.size()).toArray(Expression[]::new));
    private static final Pattern LABEL =
            Pattern.compile("(?:.*/)?((S\\d{3})/(\\d{3}))/\\2_\\3_(\\d{1,18})_emotion\\.txt");
    private static final Pattern FRAME = Pattern.compile("(?:.*/)?((S\\d{3})/(\\d{3}))/\\2_\\3_\\d{1,18}\\.\\w+");
    private static final int MAX_LABEL_BYTES = 4096;

    private final FirstFrame first;

    CkPlus(FirstFrame first) {
        this.first = first;
    }

    @Override
    public String name() {
        return "ck-plus" + first.suffix();
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.ckPlus.layout", first);
    }

    @Override
    public Grouping grouping() {
        return Grouping.SUBJECT;
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        return tree.entries().stream().anyMatch(entry -> LABEL.matcher(entry).matches());
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        Map<String, FrameSequence> sequences = new TreeMap<>();
        for (String entry : tree.entries()) {
            Matcher frame = FRAME.matcher(entry);
            if (EntryNames.isImage(entry) && frame.matches()) {
                sequences
                        .computeIfAbsent(frame.group(1), s -> new FrameSequence())
                        .add(entry);
            }
        }
        List<Reading.Entry> entries = new ArrayList<>();
        List<DatasetIssue> damage = new ArrayList<>();
        for (String entry : tree.entries()) {
            Matcher label = LABEL.matcher(entry);
            if (label.matches()) {
                ListingStopped.check(progress, tree.name());
                FrameSequence sequence = sequences.remove(label.group(1));
                add(tree, label, sequence == null ? new FrameSequence() : sequence, entries, damage);
            }
        }
        List<String> notes = new ArrayList<>();
        if (!sequences.isEmpty()) {
            notes.add(Texts.of("datasets.format.ckPlus.note.unlabelled", sequences.size()));
        }
        return new Reading("CK+", name(), Reading.Scheme.fixed(first.with(LABELS)), entries, damage, notes)
                .in(Reading.Splitting.NONE);
    }

    private void add(
            DatasetTree tree,
            Matcher label,
            FrameSequence whole,
            List<Reading.Entry> entries,
            List<DatasetIssue> damage) {
        String name = label.group(1);
        Optional<Expression> shown = shown(tree, label.group());
        FrameSequence sequence = whole.upTo(new BigInteger(label.group(4)));
        if (shown.isEmpty()) {
            damage.add(new DatasetIssue(
                    DatasetIssue.Kind.UNKNOWN_LABEL,
                    name,
                    Texts.of("datasets.format.ckPlus.issue.label", label.group(), name)));
        } else if (sequence.frames().isEmpty()) {
            damage.add(new DatasetIssue(
                    DatasetIssue.Kind.UNREADABLE, name, Texts.of("datasets.format.ckPlus.issue.noImages", name)));
        } else {
            if (first == FirstFrame.NEUTRAL) {
                sequence.neutral().ifPresent(frame -> entries.add(entry(tree, label, frame, Expression.NEUTRAL)));
            }
            sequence.peak().forEach(frame -> entries.add(entry(tree, label, frame, shown.get())));
        }
    }

    private static Reading.Entry entry(DatasetTree tree, Matcher label, String frame, Expression shown) {
        String id = label.group(1) + "/" + EntryNames.fileName(frame);
        return new Reading.Entry(id, Sample.TRAIN, shown.id(), label.group(2), new FilePixels(tree, frame));
    }

    /** The expression of a label file, which holds a number such as {@code 3.0000000e+00}. */
    private static Optional<Expression> shown(DatasetTree tree, String entry) {
        try (InputStream in = tree.open(entry, MAX_LABEL_BYTES)) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
            double number = Double.parseDouble(text);
            return number == Math.rint(number) && number >= 0 && number < NUMBERS.size()
                    ? Optional.of(NUMBERS.get((int) number))
                    : Optional.empty();
        } catch (IOException | NumberFormatException | Problem e) {
            // Said by the caller, which names the file.
            return Optional.empty();
        }
    }
}
