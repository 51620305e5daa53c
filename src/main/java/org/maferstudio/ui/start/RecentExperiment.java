package org.maferstudio.ui.start;

import java.nio.file.Path;
import org.maferstudio.experiment.Course;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Facts;
import org.maferstudio.texts.Texts;

/**
 * A line of the first pane about an experiment.
 *
 * @param folder where it lies
 * @param name what someone called it
 * @param detail the dataset, such as {@code FER2013}; the network where none is known
 * @param when day and time of its start, such as {@code 2026-03-01 14:05}; empty if its folder does not say
 * @param status what became of it
 * @param outcome the best value so far such as {@code accuracy 61.2 %}, or what became of it
 */
public record RecentExperiment(
        Path folder, String name, String detail, String when, Facts.Status status, String outcome) {
    private static final int STAMP = "yyyy-MM-dd-HHmmss".length();

    /** About an experiment on disk; reads its file. */
    static RecentExperiment of(Experiment experiment) {
        Facts facts = experiment.facts();
        String dataset = facts.dataset().name();
        String network = facts.state().status() == Facts.Status.IMPORTED
                ? Texts.of("start.predictions-of-another-program")
                : facts.recipe().network().name();
        return new RecentExperiment(
                experiment.folder(),
                facts.recipe().name(),
                dataset.isEmpty() ? network : dataset,
                when(experiment.id()),
                facts.state().status(),
                experiment.interrupted() ? Texts.of("start.interrupted") : outcome(facts.state()));
    }

    private static String outcome(Facts.State state) {
        Facts.Best best = state.best();
        if (state.status() != Facts.Status.FINISHED || best == null) {
            return state.status().title();
        }
        String measure = best.measure().id().replace('-', ' ');
        return best.measure() == Course.Measure.LOSS
                ? Texts.of("start.validation", measure, best.value())
                : Texts.of("start.validation-share", measure, 100 * best.value());
    }

    /** The day and time that a folder's name starts with. */
    static String when(String id) {
        if (!id.matches("\\d{4}-\\d\\d-\\d\\d-\\d{6}-.*")) {
            return "";
        }
        String time = id.substring(11, STAMP);
        return id.substring(0, 10) + " " + time.substring(0, 2) + ":" + time.substring(2, 4);
    }
}
