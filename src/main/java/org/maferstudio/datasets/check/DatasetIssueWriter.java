package org.maferstudio.datasets.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.ImageSummary;
import org.maferstudio.datasets.Sample;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/** Writes the issues of the dataset check as sentences with advice. */
final class DatasetIssueWriter {
    /** With fewer images, the accuracy of a class is unreliable. */
    private static final int SMALL = 30;

    /** The resolutions of the paper, in pixels. */
    private static final int[] USUAL_RESOLUTIONS = {8, 16, 32, 64, 128};

    private static final int NAMED = 5;

    private final LabelSet labels;
    private final List<Sample> samples;

    DatasetIssueWriter(LabelSet labels, List<Sample> samples) {
        this.labels = labels;
        this.samples = samples;
    }

    /** An issue for each group of duplicates; groups across splits first. */
    List<DatasetIssue> duplicates(DatasetIssue.Kind kind, List<List<Integer>> groups) {
        List<DatasetIssue> across = new ArrayList<>();
        List<DatasetIssue> within = new ArrayList<>();
        for (List<Integer> group : groups) {
            List<Sample> members = members(group);
            Set<String> splits = splits(members);
            boolean leaks = splits.size() > 1;
            String where = String.join(", ", splits);
            String text = leaks
                    ? Texts.of("datasets.check.duplicates.acrossSplits", kind, members.size(), where, named(members))
                    : Texts.of("datasets.check.duplicates.withinSplit", kind, members.size(), where, named(members));
            (leaks ? across : within).add(finding(kind, members, text));
        }
        across.addAll(within);
        return across;
    }

    /**
     * An issue for each group of duplicates with different labels.
     *
     * @param kind of the duplicates; near duplicates of one known subject are ignored, as a subject who looks the same
     *     but for the expression is what a dataset of expressions is made of
     */
    List<DatasetIssue> conflicts(DatasetIssue.Kind kind, List<List<Integer>> groups) {
        List<DatasetIssue> findings = new ArrayList<>();
        for (List<Integer> group : groups) {
            List<Sample> members = members(group);
            Set<String> classes =
                    members.stream().map(s -> labels.name(s.label())).collect(Collectors.toCollection(TreeSet::new));
            boolean expected = kind == DatasetIssue.Kind.NEAR_DUPLICATE && isOneGroup(members);
            if (classes.size() > 1 && !expected) {
                findings.add(finding(
                        DatasetIssue.Kind.CONFLICTING_LABELS,
                        members,
                        Texts.of("datasets.check.conflict", kind, String.join(", ", classes), named(members))));
            }
        }
        return findings;
    }

    /** An issue for each group, such as a subject, that occurs in several splits. */
    List<DatasetIssue> leaks() {
        Map<String, List<Sample>> groups = new TreeMap<>();
        samples.stream().filter(s -> !s.group().isEmpty()).forEach(s -> groups.computeIfAbsent(
                        s.group(), g -> new ArrayList<>())
                .add(s));
        List<DatasetIssue> findings = new ArrayList<>();
        groups.forEach((group, members) -> {
            Set<String> splits = splits(members);
            if (splits.size() > 1) {
                findings.add(new DatasetIssue(
                        DatasetIssue.Kind.LEAKING_GROUP,
                        group,
                        Texts.of("datasets.check.group", group, String.join(", ", splits), members.size()),
                        ids(members)));
            }
        });
        return findings;
    }

    /** An issue if there are blank images. */
    List<DatasetIssue> blank(List<Integer> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        List<Sample> members = members(places);
        return List.of(finding(
                DatasetIssue.Kind.BLANK, members, Texts.of("datasets.check.blank", members.size(), named(members))));
    }

    /** An issue for each class with few images in a split. */
    List<DatasetIssue> smallClasses(Map<String, int[]> counts) {
        List<DatasetIssue> findings = new ArrayList<>();
        counts.forEach((split, count) -> {
            for (int label = 0; label < count.length; label++) {
                if (count[label] < SMALL) {
                    findings.add(small(split, label, count[label]));
                }
            }
        });
        return findings;
    }

    private DatasetIssue small(String split, int label, int count) {
        int wanted = label;
        return new DatasetIssue(
                DatasetIssue.Kind.SMALL_CLASS,
                split + "/" + labels.name(label),
                Texts.of("datasets.check.smallClass", split, count, labels.name(label)),
                ids(samples.stream()
                        .filter(s -> s.split().equals(split) && s.label() == wanted)
                        .toList()));
    }

    /** An issue for each usual resolution that leaves images unchanged. */
    List<DatasetIssue> idleResolutions(ImageSummary[] prints) {
        int[] sides = Arrays.stream(prints)
                .filter(print -> print != null)
                .mapToInt(ImageSummary::shorterSide)
                .toArray();
        List<DatasetIssue> findings = new ArrayList<>();
        for (int resolution : USUAL_RESOLUTIONS) {
            long idle = Arrays.stream(sides).filter(side -> resolution >= side).count();
            if (idle > 0) {
                String text = idle == sides.length
                        ? Texts.of("datasets.check.noOpResolution.all", resolution)
                        : Texts.of("datasets.check.noOpResolution.some", resolution, 100.0 * idle / sides.length);
                findings.add(new DatasetIssue(DatasetIssue.Kind.NO_OP_RESOLUTION, String.valueOf(resolution), text));
            }
        }
        return findings;
    }

    private static boolean isOneGroup(List<Sample> members) {
        String group = members.get(0).group();
        return !group.isEmpty() && members.stream().allMatch(s -> s.group().equals(group));
    }

    private DatasetIssue finding(DatasetIssue.Kind kind, List<Sample> members, String text) {
        return new DatasetIssue(kind, members.get(0).id(), text, ids(members));
    }

    private List<Sample> members(List<Integer> places) {
        return places.stream().map(samples::get).toList();
    }

    private static List<String> ids(List<Sample> members) {
        return members.stream().map(Sample::id).toList();
    }

    private static Set<String> splits(List<Sample> members) {
        return members.stream().map(Sample::split).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first few names, with at least one of each split. */
    private static String named(List<Sample> members) {
        Set<String> splits = new HashSet<>();
        List<Sample> ordered = new ArrayList<>();
        members.stream().filter(s -> splits.add(s.split())).forEach(ordered::add);
        members.stream().filter(s -> !ordered.contains(s)).forEach(ordered::add);
        String names = ordered.stream().limit(NAMED).map(Sample::id).collect(Collectors.joining(", "));
        return members.size() > NAMED ? Texts.of("datasets.check.sampleNames", names, members.size() - NAMED) : names;
    }
}
