package org.maferstudio.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.experiment.Course;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Facts;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.training.QueuedRun.State;

/**
 * A training that an earlier window has not finished.
 *
 * @param folder of its experiment
 * @param facts what that says about itself
 * @param state as the list shows it
 */
record LeftBehind(Path folder, Facts facts, State state) {
    private static final System.Logger LOG = System.getLogger(LeftBehind.class.getName());
    private static final int MOST = 20;

    /** The newest of a workspace; reads their files. */
    static List<LeftBehind> in(Workspace workspace) {
        List<LeftBehind> found = new ArrayList<>();
        for (Experiment experiment : workspace.experiments()) {
            if (found.size() == MOST) {
                break;
            }
            try {
                Facts facts = experiment.facts();
                state(experiment).ifPresent(state -> found.add(new LeftBehind(experiment.folder(), facts, state)));
            } catch (Problem e) {
                LOG.log(System.Logger.Level.DEBUG, "left out of the queue: " + experiment, e);
            }
        }
        return found;
    }

    private static Optional<State> state(Experiment experiment) {
        return switch (experiment.status()) {
            case INTERRUPTED -> Optional.of(State.INTERRUPTED);
            case NEW, STOPPED -> Optional.of(State.STOPPED);
            case FAILED -> Optional.of(State.FAILED);
            case RUNNING, FINISHED, IMPORTED -> Optional.empty();
        };
    }

    /** How far it came, or why it failed. */
    String detail() {
        Facts.State stands = facts.state();
        return stands.problem().isEmpty()
                ? describe(stands, facts.recipe().course().epochs())
                : stands.problem();
    }

    /** How far a training came, such as {@code epoch 3 of 12, best accuracy 51.2 %}. */
    static String describe(Facts.State state, int epochs) {
        String epoch = Texts.of("training.epoch-of", state.epoch(), epochs);
        Facts.Best best = state.best();
        if (best == null) {
            return state.epoch() == 0 ? Texts.of("training.nothing-trained-yet") : epoch;
        }
        String measure = best.measure().id().replace('-', ' ');
        return best.measure() == Course.Measure.LOSS
                ? Texts.of("training.best", epoch, measure, best.value())
                : Texts.of("training.best-share", epoch, measure, 100 * best.value());
    }
}
