package org.maferstudio.datasets.opening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.readers.Reading;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Combines the results of reading one or several trees into one dataset. */
final class DatasetAssembly {
    private final List<Reading> readings;
    private final Labelling labelling;
    private final List<Sample> samples = new ArrayList<>();
    /** The start of each reading's samples. */
    private final List<Integer> starts = new ArrayList<>();

    private final List<DatasetIssue> damage = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    DatasetAssembly(List<Reading> readings) {
        this.readings = List.copyOf(readings);
        this.labelling = new Labelling(readings);
    }

    /**
     * Returns the dataset.
     *
     * @param assignment the user's class assignment; may be empty
     * @throws Problem if nothing is readable, or numeric classes are not assigned
     */
    Dataset dataset(ClassAssignment assignment, DatasetTrees trees) {
        for (int i = 0; i < readings.size(); i++) {
            damage.addAll(trees.trees().get(i).damage());
            damage.addAll(readings.get(i).damage());
            notes.addAll(readings.get(i).notes());
        }
        if (readings.stream().allMatch(r -> r.entries().isEmpty())) {
            throw nothingReadable();
        }
        LabelSet labels = labelling.labels(assignment);
        collect(labels, assignment, prefixes(trees));
        if (samples.isEmpty()) {
            throw nothingReadable();
        }
        return new Dataset(name(labels), format(), labels, samples, damage, List.copyOf(notes), trees);
    }

    private void collect(LabelSet labels, ClassAssignment assignment, List<String> prefixes) {
        Map<String, List<String>> strangers = new LinkedHashMap<>();
        // Thousands of people, each with hundreds of images: each name is looked up once.
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < readings.size(); i++) {
            starts.add(samples.size());
            for (Reading.Entry entry : readings.get(i).entries()) {
                int label = known.computeIfAbsent(entry.label(), l -> labelling.label(l, labels, assignment));
                String id = prefixes.get(i) + entry.id();
                if (label < 0) {
                    strangers
                            .computeIfAbsent(entry.label(), l -> new ArrayList<>())
                            .add(id);
                } else {
                    samples.add(new Sample(
                            id,
                            entry.split(),
                            label,
                            entry.group(),
                            votes(entry, labels),
                            entry.affect(),
                            entry.pixels()));
                }
            }
        }
        strangers.forEach((label, ids) -> leaveOut(label, ids, assignment));
    }

    private void leaveOut(String label, List<String> ids, ClassAssignment assignment) {
        int count = ids.size();
        if (assignment.contains(label)) {
            notes.add(Texts.of("datasets.classes.note.excluded", label, count));
            return;
        }
        String text = Reading.isNumber(label)
                ? Texts.of("datasets.classes.issue.unknownNumber", label, count, ids.get(0))
                : Texts.of("datasets.classes.issue.unknownWord", label, count, ids.get(0), label);
        damage.add(new DatasetIssue(DatasetIssue.Kind.UNKNOWN_LABEL, ids.get(0), text));
    }

    private static List<Double> votes(Reading.Entry entry, LabelSet labels) {
        return entry.votes().isEmpty()
                ? List.of()
                : labels.names().stream()
                        .map(name -> entry.votes().getOrDefault(name, 0.0))
                        .toList();
    }

    private Problem nothingReadable() {
        String text = damage.isEmpty()
                ? Texts.of("datasets.open.error.noReadableImage")
                : Texts.of(
                        "datasets.open.error.noReadableImageBecause",
                        damage.size(),
                        damage.get(0).text());
        return Problem.input(text);
    }

    /** The prefix of the ids of each tree: none, or the tree's name if ids would clash. */
    private List<String> prefixes(DatasetTrees trees) {
        Set<String> ids = new HashSet<>();
        boolean unique = readings.stream().flatMap(r -> r.entries().stream()).allMatch(e -> ids.add(e.id()));
        List<String> prefixes = new ArrayList<>();
        for (DatasetTree tree : trees.trees()) {
            String prefix = unique ? "" : tree.name() + "/";
            for (int copy = 2; !unique && prefixes.contains(prefix); copy++) {
                prefix = tree.name() + "-" + copy + "/";
            }
            prefixes.add(prefix);
        }
        return prefixes;
    }

    /** The title of the known datasets with this content, or else the names of the trees. */
    private String name(LabelSet labels) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < readings.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : samples.size();
            Reading reading = readings.get(i);
            names.add(
                    reading.isNamed()
                            ? reading.title()
                            : KnownDataset.title(labels, samples.subList(starts.get(i), end))
                                    .orElseGet(() -> KnownDataset.otherwise(reading.title())));
        }
        return String.join(" + ", names);
    }

    private String format() {
        return String.join(
                "+", new LinkedHashSet<>(readings.stream().map(Reading::format).toList()));
    }
}
