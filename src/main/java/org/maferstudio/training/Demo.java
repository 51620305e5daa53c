package org.maferstudio.training;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.datasets.Sample;
import org.maferstudio.embedding.TsneConfig;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.job.PartOfProgress;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.data.TrainingData;
import org.maferstudio.training.embedding.EmbeddingListener;
import org.maferstudio.training.embedding.EmbeddingRequest;
import org.maferstudio.training.embedding.EmbeddingRun;
import org.maferstudio.training.evaluation.Evaluation;

/**
 * The demo: trains a baseline and a multi-resolution network on drawn faces, with recipes that differ only in the
 * schedule, and evaluates both on the test split at every resolution.
 */
public final class Demo {
    private static final List<Resolution> RESOLUTIONS = Resolution.parseAll("native, 48, 32, 24, 16, 12, 8");

    /** Resolutions of the embeddings: one where the baseline works, and one where it fails. */
    private static final List<Resolution> LAID_OUT = List.of(Resolution.NATIVE, Resolution.of(12));

    /** Share of the training in a network's time; the rest is evaluation and embeddings. */
    private static final double TRAINING_SHARE = 0.75;

    private static final double EVALUATION_SHARE = 0.15;

    private final Workspace workspace;
    private final Progress progress;
    private final TrainingListener listener;

    /** Creates a demo in a workspace. */
    public Demo(Workspace workspace, Progress progress, TrainingListener listener) {
        this.workspace = workspace;
        this.progress = progress;
        this.listener = listener;
    }

    /**
     * Trains and evaluates both networks.
     *
     * @return the baseline's experiment and the multi-resolution network's; fewer if a stop was requested
     * @throws org.maferstudio.job.Problem if the workspace cannot be written to, or a training failed
     */
    public List<Experiment> run() {
        List<Experiment> done = new ArrayList<>();
        List<Recipe> recipes = List.of(
                RecipePreset.DEMO_BASE.recipe().named("drawn-base"),
                RecipePreset.DEMO_MULTI.recipe().named("drawn-multi"));
        // Drawn once for both trainings and both evaluations.
        try (TrainingData faces = TrainingData.toTrain(recipes.get(0).dataset(), progress)) {
            for (Recipe recipe : recipes) {
                double share = 1.0 / recipes.size();
                Optional<Experiment> experiment =
                        trained(recipe, faces, new PartOfProgress(progress, "", share * done.size(), share));
                if (experiment.isEmpty() || progress.stopRequested()) {
                    break;
                }
                done.add(experiment.get());
            }
        }
        return done;
    }

    private Optional<Experiment> trained(Recipe recipe, TrainingData faces, Progress part) {
        List<Experiment> made = new ArrayList<>();
        Progress learning = new PartOfProgress(part, recipe.name(), 0, TRAINING_SHARE);
        TrainingOutcome outcome = new Training(learning, listener).start(recipe, faces, () -> {
            made.add(workspace.create(recipe, LocalDateTime.now(ZoneId.systemDefault())));
            return made.get(0);
        });
        if (outcome.ending() == RunStatus.STOPPED) {
            return Optional.empty();
        }
        Experiment experiment = made.get(0);
        DeviceConfig machine = recipe.machine();
        new Evaluation(experiment, new PartOfProgress(part, recipe.name(), TRAINING_SHARE, EVALUATION_SHARE))
                .run(
                        new Evaluation.Request(Optional.empty(), Optional.of(Sample.TEST), RESOLUTIONS, machine),
                        Sample.TEST,
                        faces);
        double left = 1 - TRAINING_SHARE - EVALUATION_SHARE;
        for (int i = 0; i < LAID_OUT.size(); i++) {
            double begin = TRAINING_SHARE + EVALUATION_SHARE + left * i / LAID_OUT.size();
            Progress laying = new PartOfProgress(part, recipe.name(), begin, left / LAID_OUT.size());
            EmbeddingRequest request = new EmbeddingRequest(
                    Optional.of(Sample.TEST),
                    List.of(LAID_OUT.get(i)),
                    EmbeddingRequest.SAMPLES,
                    TsneConfig.DEFAULT,
                    machine);
            new EmbeddingRun(experiment, laying, EmbeddingListener.UNSEEN).run(request, faces);
        }
        return Optional.of(experiment);
    }
}
