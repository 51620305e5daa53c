package org.maferstudio.report.comparison;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.results.ClassScore;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PublishedClasses;
import org.maferstudio.results.ScoreIntervals;
import org.maferstudio.results.Scores;

/**
 * The accuracy of one class, and that of the paper's models.
 *
 * @param name the class
 * @param n number of images
 * @param value the accuracy of the experiment, 0 to 1
 * @param interval its 95 % interval
 * @param published the paper's accuracies, 0 to 1, in the order of its models
 */
public record PaperClass(String name, long n, double value, Interval interval, List<Double> published) {
    /** The classes that both have, in the paper's order; none if the paper has no accuracies by class. */
    static List<PaperClass> of(String dataset, Predictions predictions) {
        List<String> labels = predictions.labels().names();
        Scores scores = Scores.of(predictions);
        ScoreIntervals intervals = ScoreIntervals.of(predictions);
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
                Interval interval = intervals.recalls().get(ours.label());
                classes.add(new PaperClass(name, ours.n(), ours.recall(), interval, theirs));
            }
        }
        return classes;
    }
}
