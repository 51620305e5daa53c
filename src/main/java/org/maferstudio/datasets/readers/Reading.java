package org.maferstudio.datasets.readers;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.Sample;
import org.maferstudio.expression.LabelSet;

/**
 * The result of reading one tree, before classes are numbered.
 *
 * @param title of the dataset for display, such as {@code RAF-DB}
 * @param isNamed whether the layout alone identifies the dataset; otherwise the title is the folder's name
 * @param format the reader's name
 * @param scheme how its classes are numbered
 * @param entries in a fixed order
 * @param damage what was skipped and why
 * @param notes of the reader
 * @param splitting whether the layout has splits
 */
public record Reading(
        String title,
        boolean isNamed,
        String format,
        Scheme scheme,
        List<Entry> entries,
        List<DatasetIssue> damage,
        List<String> notes,
        Splitting splitting) {
    private static final int LONGEST_NUMBER = 6;

    /** Whether a layout has splits. */
    public enum Splitting {
        /** Each sample's split is the layout's. */
        GIVEN,
        /** The layout has none: all samples are train. */
        NONE
    }

    /** Creates a result for a layout with splits. */
    Reading(
            String title,
            boolean isNamed,
            String format,
            Scheme scheme,
            List<Entry> entries,
            List<DatasetIssue> damage,
            List<String> notes) {
        this(title, isNamed, format, scheme, entries, damage, notes, Splitting.GIVEN);
    }

    /** Creates a result for a layout with splits that identifies the dataset. */
    Reading(
            String title,
            String format,
            Scheme scheme,
            List<Entry> entries,
            List<DatasetIssue> damage,
            List<String> notes) {
        this(title, true, format, scheme, entries, damage, notes);
    }

    /** Creates a result for a layout with or without splits. */
    Reading in(Splitting other) {
        return new Reading(title, isNamed, format, scheme, entries, damage, notes, other);
    }

    public Reading {
        entries = List.copyOf(entries);
        damage = List.copyOf(damage);
        notes = List.copyOf(notes);
    }

    /** Whether a class is only known by a number. */
    public static boolean isNumber(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_NUMBER
                && label.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * One labelled image as it was found.
     *
     * @param id inside the tree
     * @param split {@code train}, {@code validation}, {@code test} or a name of its own
     * @param label the id of an expression, one of the layout's own classes, or the number or the word in the file
     * @param group whom or what it shows; empty if unknown
     * @param votes the shares of expressions by their ids where annotators disagreed, together 1; empty if only the
     *     label is known
     * @param affect reads the labels of valence and arousal
     */
    public record Entry(
            String id,
            String split,
            String label,
            String group,
            Map<String, Double> votes,
            Supplier<Affect> affect,
            Sample.Pixels pixels) {
        public Entry {
            votes = Map.copyOf(votes);
        }

        /** Creates an entry of which only the class is known. */
        Entry(String id, String split, String label, String group, Sample.Pixels pixels) {
            this(id, split, label, group, Map.of(), () -> Affect.NONE, pixels);
        }

        /** Returns a copy with votes. */
        Entry withVotes(Map<String, Double> others) {
            return new Entry(id, split, label, group, others, affect, pixels);
        }

        /** Returns a copy with labels of valence and arousal. */
        Entry withAffect(Supplier<Affect> other) {
            return new Entry(id, split, label, group, votes, other, pixels);
        }
    }

    /**
     * The classes defined by a layout.
     *
     * @param labels in the dataset's own order
     * @param fixed whether these are the classes; otherwise they are only a suggestion for numbers
     */
    public record Scheme(LabelSet labels, boolean fixed) {
        /** The dataset defines its classes. */
        public static Scheme fixed(LabelSet labels) {
            return new Scheme(labels, true);
        }

        /** The classes are those that occur; for numbers, this order is the most likely. */
        static Scheme suggested(LabelSet labels) {
            return new Scheme(labels, false);
        }
    }
}
