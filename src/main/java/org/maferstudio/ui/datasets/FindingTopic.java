package org.maferstudio.ui.datasets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Diagnosis;
import org.maferstudio.datasets.Finding;
import org.maferstudio.datasets.Sample;

/**
 * The doctor's findings of one sort, as one line of a list.
 *
 * @param title such as {@code Same picture across splits}
 * @param advice what to do about it, one sentence
 * @param weight how much it matters
 * @param findings at least one
 */
record FindingTopic(String title, String advice, Weight weight, List<Finding> findings) {
    /** How much a finding matters. */
    enum Weight {
        /** Samples are lost. */
        DAMAGE,
        /** Numbers would be flattered, or are doubtful. */
        WARNING,
        /** Good to know. */
        NOTE
    }

    FindingTopic {
        findings = List.copyOf(findings);
    }

    /** The ids of all samples concerned, each once, those of one finding beside each other. */
    Set<String> samples() {
        Set<String> ids = new LinkedHashSet<>();
        findings.forEach(finding -> ids.addAll(finding.samples()));
        return ids;
    }

    /** The findings of a diagnosis by topic, the gravest first. */
    static List<FindingTopic> of(Dataset dataset, Diagnosis diagnosis) {
        Map<String, String> splits = new LinkedHashMap<>();
        dataset.samples().forEach(sample -> splits.put(sample.id(), sample.split()));
        Map<Sort, List<Finding>> sorts = new LinkedHashMap<>();
        for (Finding finding : diagnosis.findings()) {
            sorts.computeIfAbsent(Sort.of(finding, splits), sort -> new ArrayList<>())
                    .add(finding);
        }
        List<FindingTopic> topics = new ArrayList<>();
        for (Weight weight : Weight.values()) {
            sorts.forEach((sort, findings) -> {
                if (sort.weight == weight) {
                    topics.add(new FindingTopic(sort.title, sort.advice, sort.weight, findings));
                }
            });
        }
        return topics;
    }

    private enum Sort {
        UNREADABLE("Cannot be read", "Replace these files, or let training leave them out.", Weight.DAMAGE),
        PIXELS("Wrong number of pixels", "Mend these rows, or let training leave them out.", Weight.DAMAGE),
        LABEL("Unknown label", "Mend these labels, or let training leave them out.", Weight.DAMAGE),
        UNSAFE("Refused", "These files point outside the dataset, or are not what they claim.", Weight.DAMAGE),
        SAME_ACROSS(
                "Same picture across splits",
                "What is learnt is tested again: keep each picture in one split.",
                Weight.WARNING),
        ALIKE_ACROSS(
                "Near duplicates across splits",
                "The same photograph with small changes is learnt and tested.",
                Weight.WARNING),
        LEAK("Group in several splits", "A person or video is learnt and tested: keep it in one.", Weight.WARNING),
        CONFLICT("Same look, different labels", "Look at them and mend the labels.", Weight.WARNING),
        BLANK("Blank pictures", "Nothing can be seen on them, whatever their label says.", Weight.WARNING),
        SMALL("Small classes", "With fewer than 30 pictures an accuracy says little.", Weight.WARNING),
        SAME("Same picture within a split", "One of each would do.", Weight.NOTE),
        ALIKE("Near duplicates within a split", "One of each would do.", Weight.NOTE),
        IDLE("Resolutions that do nothing", "Leave them out of the schedule.", Weight.NOTE),
        NOTE("Notes of the reader", "How the files were understood.", Weight.NOTE);

        private final String title;
        private final String advice;
        private final Weight weight;

        Sort(String title, String advice, Weight weight) {
            this.title = title;
            this.advice = advice;
            this.weight = weight;
        }

        static Sort of(Finding finding, Map<String, String> splits) {
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

        private static boolean across(Finding finding, Map<String, String> splits) {
            Set<String> found = new HashSet<>();
            finding.samples().forEach(id -> found.add(splits.getOrDefault(id, Sample.TRAIN)));
            return found.size() > 1;
        }
    }
}
