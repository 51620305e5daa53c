package org.maferstudio.ui.datasets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.check.DatasetCheckResult;
import org.maferstudio.texts.Texts;

/**
 * The issues of one kind, as one line of a list.
 *
 * @param title such as {@code Duplicates across splits}
 * @param advice what to do about it, one sentence
 * @param weight how much it matters
 * @param findings the issues, at least one
 */
record IssueTopic(String title, String advice, Weight weight, List<DatasetIssue> findings) {
    /** How serious an issue is. */
    enum Weight {
        /** Samples are skipped. */
        DAMAGE,
        /** Results are too high or unreliable. */
        WARNING,
        /** Good to know. */
        NOTE
    }

    IssueTopic {
        findings = List.copyOf(findings);
    }

    /** The ids of all samples concerned, each once, grouped by issue. */
    Set<String> samples() {
        Set<String> ids = new LinkedHashSet<>();
        findings.forEach(finding -> ids.addAll(finding.samples()));
        return ids;
    }

    /** The issues of a dataset check by topic, the most serious first. */
    static List<IssueTopic> of(Dataset dataset, DatasetCheckResult diagnosis) {
        Map<String, String> splits = new LinkedHashMap<>();
        dataset.samples().forEach(sample -> splits.put(sample.id(), sample.split()));
        Map<Sort, List<DatasetIssue>> sorts = new LinkedHashMap<>();
        for (DatasetIssue finding : diagnosis.findings()) {
            sorts.computeIfAbsent(Sort.of(finding, splits), sort -> new ArrayList<>())
                    .add(finding);
        }
        List<IssueTopic> topics = new ArrayList<>();
        for (Weight weight : Weight.values()) {
            sorts.forEach((sort, findings) -> {
                if (sort.weight == weight) {
                    topics.add(new IssueTopic(sort.title, sort.advice, sort.weight, findings));
                }
            });
        }
        return topics;
    }

    private enum Sort {
        UNREADABLE(
                Texts.of("datasets.issues.unreadable.title"),
                Texts.of("datasets.issues.unreadable.help"),
                Weight.DAMAGE),
        PIXELS(
                Texts.of("datasets.issues.pixelCount.title"),
                Texts.of("datasets.issues.pixelCount.help"),
                Weight.DAMAGE),
        LABEL(Texts.of("datasets.issues.label.title"), Texts.of("datasets.issues.label.help"), Weight.DAMAGE),
        UNSAFE(Texts.of("datasets.issues.rejected.title"), Texts.of("datasets.issues.rejected.help"), Weight.DAMAGE),
        SAME_ACROSS(
                Texts.of("datasets.issues.duplicateAcross.title"),
                Texts.of("datasets.issues.duplicateAcross.help"),
                Weight.WARNING),
        ALIKE_ACROSS(
                Texts.of("datasets.issues.nearDuplicateAcross.title"),
                Texts.of("datasets.issues.nearDuplicateAcross.help"),
                Weight.WARNING),
        LEAK(Texts.of("datasets.issues.group.title"), Texts.of("datasets.issues.group.help"), Weight.WARNING),
        CONFLICT(Texts.of("datasets.issues.conflict.title"), Texts.of("datasets.issues.conflict.help"), Weight.WARNING),
        BLANK(Texts.of("datasets.issues.blank.title"), Texts.of("datasets.issues.blank.help"), Weight.WARNING),
        SMALL(
                Texts.of("datasets.issues.smallClass.title"),
                Texts.of("datasets.issues.smallClass.help"),
                Weight.WARNING),
        SAME(Texts.of("datasets.issues.duplicateWithin.title"), Texts.of("datasets.issues.within.help"), Weight.NOTE),
        ALIKE(
                Texts.of("datasets.issues.nearDuplicateWithin.title"),
                Texts.of("datasets.issues.within.help"),
                Weight.NOTE),
        IDLE(
                Texts.of("datasets.issues.noOpResolution.title"),
                Texts.of("datasets.issues.noOpResolution.help"),
                Weight.NOTE),
        NOTE(Texts.of("datasets.issues.note.title"), Texts.of("datasets.issues.note.help"), Weight.NOTE);

        private final String title;
        private final String advice;
        private final Weight weight;

        Sort(String title, String advice, Weight weight) {
            this.title = title;
            this.advice = advice;
            this.weight = weight;
        }

        static Sort of(DatasetIssue finding, Map<String, String> splits) {
            boolean across = across(finding, splits);
            return switch (finding.kind()) {
                case UNREADABLE -> UNREADABLE;
                case WRONG_PIXEL_COUNT -> PIXELS;
                case UNKNOWN_LABEL -> LABEL;
                case UNSAFE_ENTRY -> UNSAFE;
                case EXACT_DUPLICATE -> across ? SAME_ACROSS : SAME;
                case NEAR_DUPLICATE -> across ? ALIKE_ACROSS : ALIKE;
                case LEAKING_GROUP -> LEAK;
                case CONFLICTING_LABELS -> CONFLICT;
                case BLANK -> BLANK;
                case NO_OP_RESOLUTION -> IDLE;
                case SMALL_CLASS -> SMALL;
                case NOTE -> NOTE;
            };
        }

        private static boolean across(DatasetIssue finding, Map<String, String> splits) {
            Set<String> found = new HashSet<>();
            finding.samples().forEach(id -> found.add(splits.getOrDefault(id, Sample.TRAIN)));
            return found.size() > 1;
        }
    }
}
