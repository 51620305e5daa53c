package org.maferstudio.ui.training;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.TrainingForecast;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** Estimates memory and time of a training; the speed of a network is measured once per kind of network. */
final class RunEstimate {
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final Map<String, Double> speeds = new HashMap<>();
    private final LatestJob probing;
    private final Trainer trainer;
    private final Runnable again;
    private boolean measured;

    /** Creates an empty estimate; {@code again} is called when more is known. */
    RunEstimate(Jobs jobs, Trainer trainer, Runnable again) {
        this.again = again;
        this.probing = new LatestJob(jobs);
        this.trainer = trainer;
    }

    /** Memory and time as far as known; empty if unknown. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Clears the estimate. */
    void clear() {
        text.set("");
    }

    /** Enables measuring. */
    void measureFromNowOn() {
        measured = true;
    }

    /** Stops measuring. */
    void stopMeasuring() {
        probing.drop();
    }

    /** The time of a training in seconds; NaN if the speed of its network was not measured. */
    double seconds(Recipe recipe, TrainingForecast.Load load) {
        return TrainingForecast.of(recipe, load, speeds.getOrDefault(key(recipe), Double.NaN))
                .seconds();
    }

    /** What the speed depends on. */
    private static String key(Recipe recipe) {
        return recipe.network().name() + " " + recipe.network().size() + " "
                + recipe.network().colour() + " " + recipe.machine().device() + " "
                + recipe.machine().threadsHere();
    }

    /** Updates the estimate of a recipe; measures only if the computer is {@code free}. */
    void update(Recipe recipe, TrainingForecast.Load load, boolean free) {
        String key = key(recipe);
        TrainingForecast forecast = TrainingForecast.of(recipe, load, speeds.getOrDefault(key, Double.NaN));
        String memory = UnitText.bytes(forecast.bytes());
        text.set(
                Double.isNaN(forecast.seconds())
                        ? Texts.of("training.form.estimate.memory", memory)
                        : Texts.of(
                                "training.form.estimate.memoryAndTime", memory, UnitText.duration(forecast.seconds())));
        if (measured && free && !speeds.containsKey(key)) {
            probing.start(JobPlan.<Double>of(
                            Texts.of("training.form.estimate.job"),
                            progress -> trainer.recognisedPerSecond(recipe, progress))
                    .weighing(JobPlan.Weight.QUIET)
                    .onDone(speed -> {
                        if (Double.isFinite(speed)) {
                            speeds.put(key, speed);
                            again.run();
                        }
                    })
                    .onProblem(problem -> text.set(problem.getMessage())));
        }
    }
}
