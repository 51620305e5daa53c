package org.maferstudio.ui.training;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maferstudio.experiment.Recipe;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.Forecast;
import org.maferstudio.ui.parts.JobPlan;
import org.maferstudio.ui.parts.Jobs;
import org.maferstudio.ui.parts.Newest;

/** What a training would need, in words; how fast a network is here is measured once a kind of network. */
final class RunEstimate {
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final Map<String, Double> speeds = new HashMap<>();
    private final Newest probing;
    private final Trainer trainer;
    private final Runnable again;
    private boolean measured;

    /** Nothing is said yet; {@code again} asks for it once more is known. */
    RunEstimate(Jobs jobs, Trainer trainer, Runnable again) {
        this.again = again;
        this.probing = new Newest(jobs);
        this.trainer = trainer;
    }

    /** Memory and time, as far as they are known; empty for nothing to say. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Says nothing. */
    void clear() {
        text.set("");
    }

    /** Measures from now on what it does not know. */
    void measureFromNowOn() {
        measured = true;
    }

    /** Leaves the machine to something else. */
    void stopMeasuring() {
        probing.drop();
    }

    /** Says it of a recipe; measures only while the machine is {@code free}. */
    void tell(Recipe recipe, Forecast.Load load, boolean free) {
        String key = recipe.network().name() + " " + recipe.network().size() + " "
                + recipe.network().colour() + " " + recipe.machine();
        Forecast forecast = Forecast.of(recipe, load, speeds.getOrDefault(key, Double.NaN));
        String memory = Texts.of("training.needs-about", Units.bytes(forecast.bytes()));
        text.set(
                Double.isNaN(forecast.seconds())
                        ? memory
                        : Texts.of("training.and", memory, Units.duration(forecast.seconds())));
        if (measured && free && !speeds.containsKey(key)) {
            probing.start(JobPlan.<Double>of(
                            Texts.of("training.measuring-the-network"),
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
