package org.maferstudio.report;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.results.ClassScore;
import org.maferstudio.results.Interval;
import org.maferstudio.results.PublishedClasses;
import org.maferstudio.results.Scores;

/**
 * One class of ours beside the paper's.
 *
 * @param name the class
 * @param n pictures of it
 * @param value the share of them that ours recognises, 0 to 1
 * @param interval its 95 % interval by Wilson, which takes pictures as drawn one by one
 * @param published the paper's shares, 0 to 1, in the order of its models
 */
public record PaperClass(String name, long n, double value, Interval interval, List<Double> published) {
    /**
     * The classes that both have, in the paper's order; none where the paper has no shares of classes.
     *
     * @param labels the names of our classes
     */
    static List<PaperClass> of(String dataset, List<String> labels, Scores scores) {
        List<PublishedClasses> published = PublishedClasses.on(dataset);
        List<PaperClass> classes = new ArrayList<>();
        if (published.isEmpty()) {
            return classes;
        }
        for (String name : PublishedClasses.CLASSES) {
            if (labels.contains(name)) {
                ClassScore ours = scores.classes().get(labels.indexOf(name));
                List<Double> theirs =
                        published.stream().map(each -> each.of(name)).toList();
                classes.add(new PaperClass(name, ours.n(), ours.recall(), ours.recallInterval(), theirs));
            }
        }
        return classes;
    }
}
