package org.maferstudio.datasets.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * JAFFE: images such as {@code KA.AN1.39.tiff}, which name person and expression, in any case and with dashes or underscores
 * for the dots. Subjects are the groups; folders such as {@code train} and {@code test} are the splits.
 */
final class Jaffe implements DatasetReader {
    private static final Map<String, Expression> CODES = Map.of(
            "AN", Expression.ANGER,
            "DI", Expression.DISGUST,
            "FE", Expression.FEAR,
            "HA", Expression.HAPPINESS,
            "NE", Expression.NEUTRAL,
            "SA", Expression.SADNESS,
            "SU", Expression.SURPRISE);
    private static final Pattern FILE =
            Pattern.compile("([A-Z]{2})[.\\-_ ]([A-Z]{2})\\d*[.\\-_ ]\\d+(?:[ _(-].*)?(?:\\.\\w+){1,2}");

    @Override
    public String name() {
        return "jaffe";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.jaffe.layout");
    }

    @Override
    public Grouping grouping() {
        return Grouping.SUBJECT;
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        List<String> pictures =
                tree.entries().stream().filter(EntryNames::isImage).toList();
        long named = pictures.stream()
                .map(Jaffe::file)
                .filter(file -> file.matches() && CODES.containsKey(file.group(2)))
                .count();
        return named > 0 && 2 * named > pictures.size();
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        List<Reading.Entry> entries = new ArrayList<>();
        List<DatasetIssue> damage = new ArrayList<>();
        int others = 0;
        boolean hasSplits = false;
        for (String entry : tree.entries()) {
            Matcher file = file(entry);
            if (!EntryNames.isImage(entry) || !file.matches()) {
                others++;
            } else if (CODES.containsKey(file.group(2))) {
                Optional<String> split = SplitNames.ofFolders(entry);
                hasSplits |= split.isPresent();
                entries.add(new Reading.Entry(
                        entry,
                        split.or(() -> SplitNames.of(tree.name())).orElse(Sample.TRAIN),
                        CODES.get(file.group(2)).id(),
                        file.group(1),
                        new FilePixels(tree, entry)));
            } else {
                damage.add(new DatasetIssue(
                        DatasetIssue.Kind.UNKNOWN_LABEL,
                        entry,
                        Texts.of("datasets.format.jaffe.issue.code", entry, file.group(2))));
            }
        }
        List<String> notes = new ArrayList<>();
        if (others > 0) {
            notes.add(Texts.of("datasets.format.jaffe.note.otherFiles", others));
        }
        return new Reading("JAFFE", name(), Reading.Scheme.fixed(labels()), entries, damage, notes)
                .in(hasSplits ? Reading.Splitting.GIVEN : Reading.Splitting.NONE);
    }

    private static LabelSet labels() {
        return LabelSet.of(CODES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toArray(Expression[]::new));
    }

    private static Matcher file(String entry) {
        return FILE.matcher(EntryNames.fileName(entry).toUpperCase(Locale.ROOT));
    }
}
