package org.maferstudio.ui.training;

import java.util.function.Supplier;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.training.TrainingOutcome;

/** Trains; a test has one that only pretends. All methods are called in the background. */
public interface Trainer {
    /** Trains from a recipe on; {@code make} makes the experiment once the dataset has been looked at. */
    TrainingOutcome start(Recipe recipe, Supplier<Experiment> make, Progress progress, TrainingListener listener);

    /** Goes on with an experiment, or begins with one that waits. */
    TrainingOutcome resume(Experiment experiment, Progress progress, TrainingListener listener);

    /** How many images the recipe's network recognises a second here; NaN if asked to stop. */
    double recognisedPerSecond(Recipe recipe, Progress progress);
}
