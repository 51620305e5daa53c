package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.image.Kernel;
import org.maferstudio.recipe.PaperModel;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.ScheduleSyntax;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a training: each changes one field of a preset or a recipe file. The short ones are the authors'. */
final class RecipeOptions {
    /** The names of all presets, for the help. */
    private static final class Presets implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return RecipePreset.ids().iterator();
        }
    }

    /** Stands for the dataset as long as nobody has named one. */
    static final DatasetSource UNNAMED = DatasetSource.of("");

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            completionCandidates = Presets.class,
            description = "Where to start from: ${COMPLETION-CANDIDATES} (default: compact, or with -dn the paper's).")
    private String preset;

    @Option(
            names = "--recipe",
            paramLabel = "FILE.json",
            description = "A recipe; what it does not name is as in the preset.")
    private Path recipe;

    @Option(names = "--name", description = "A word or two for people (default: the folder's name).")
    private String name;

    @Option(
            names = {"-s", "--seed"},
            description = "What every random draw derives from.")
    private Long seed;

    @Option(
            names = {"-e", "--epochs"},
            description = "How often the training part is seen.")
    private Integer epochs;

    @Option(
            names = {"-bs", "--batch"},
            description = "Images that go through the network at once.")
    private Integer batch;

    @Option(
            names = {"-ba", "--accumulation"},
            description = "Batches whose gradients make one step.")
    private Integer accumulation;

    @Option(
            names = "--gradient-reduction",
            paramLabel = "sum|mean",
            description =
                    "How the gradients of accumulated batches are combined: sum, as the paper's authors do, or mean"
                            + " (default: mean; sum in the paper's presets).")
    private String gradientReduction;

    @Option(
            names = "--leftover-batches",
            paramLabel = "use|drop",
            description =
                    "Batches at the end of an epoch that do not fill a step: use makes a smaller step of them, drop"
                            + " leaves them out (default: use; drop in the paper's presets).")
    private String leftoverBatches;

    @Option(
            names = {"-o", "--optimizer", "--optimiser"},
            description = "adam, adamw or sgd.")
    private String optimiser;

    @Option(
            names = {"-lr", "--learning-rate"},
            description = "Learning rate of the classifier.")
    private Double learningRate;

    @Option(
            names = {"-lrf", "--rest-learning-rate"},
            description = "Learning rate of all else; 0 freezes it " + "(default: that of the classifier).")
    private Double restLearningRate;

    @Option(
            names = {"-wd", "--weight-decay"},
            description = "Weight decay.")
    private Double weightDecay;

    @Option(
            names = {"-m", "--momentum"},
            description = "Momentum of SGD.")
    private Double momentum;

    @Option(
            names = {"-nt", "--nesterov"},
            arity = "0..1",
            fallbackValue = "true",
            description = "SGD looks ahead.")
    private Boolean nesterov;

    @Option(
            names = {"-ams", "--amsgrad"},
            arity = "0..1",
            fallbackValue = "true",
            description = "Adam keeps the largest square.")
    private Boolean amsgrad;

    @Option(
            names = {"-b1", "--beta1"},
            description = "Adam's memory of the mean.")
    private Double beta1;

    @Option(
            names = {"-b2", "--beta2"},
            description = "Adam's memory of the square.")
    private Double beta2;

    @Mixin
    private LearningRateOptions rate;

    @Mixin
    private NetworkOptions network;

    @Option(
            names = "--batch-norm-momentum",
            description = "How far a step moves the running statistics; 0 leaves them as they are (default: 0.1).")
    private Double batchNormMomentum;

    @Option(
            names = "--frozen-batch-norms",
            paramLabel = "running|batch",
            description =
                    "What batch norms use where the classifier alone is trained: running, their running statistics,"
                            + " or batch, those of the batch (default: running; batch with -tc trl and -dn).")
    private String frozenBatchNorms;

    @Option(
            names = "--schedule",
            description =
                    "How often images are lowered: off, p=0.5, "
                            + "curriculum=0.1,0.1,35000,1, or a preset: cr-simplified, cross-resolution-curriculum, small-faces.")
    private String schedule;

    @Option(
            names = "--resolutions",
            description = "To what they are lowered: 8,12,16 or 8:2,16:1 or pow2:3-7 or " + "uniform:8-32 or log:8-64.")
    private String resolutions;

    @Option(names = "--kernel", description = "bilinear, bicubic, box or nearest.")
    private String kernel;

    @Option(names = "--class-weights", description = "none or inverse-frequency.")
    private String classWeights;

    @Option(names = "--label-smoothing", description = "The share of a label that is spread over all classes.")
    private Double labelSmoothing;

    @Mixin
    private AugmentationOptions augmentation;

    @Mixin
    private TeacherOptions teacher;

    @Mixin
    private ValidationOptions validation;

    @Mixin
    private DeviceOptions machine;

    @Option(
            names = "--evaluate-at",
            split = ",",
            paramLabel = "PIXELS",
            description =
                    "Resolutions at which the kept "
                            + "network is asked about the validation part in the end, and with -tt about the test part, beside native.")
    private List<Integer> evaluateAt;

    /**
     * The recipe that these options mean; on {@link #UNNAMED} where no recipe file names a dataset.
     *
     * @param usual where to start from if no preset is named
     * @param usualName its name where none is given
     * @throws Problem if a preset, a field or a value does not exist
     */
    Recipe recipe(Recipe usual, String usualName) {
        Recipe start = (preset == null ? usual : RecipePreset.of(preset).recipe()).on(UNNAMED);
        Recipe read = recipe == null ? start.named(usualName) : RecipeJson.read(recipe, start.named(usualName));
        Recipe scheduled = read.with(schedule(read.schedule()));
        return augmentation.checked(RecipeJson.change(scheduled.with(machine.over(scheduled.machine())), changes()));
    }

    /** Whether a preset or a recipe file was named. */
    boolean namesStart() {
        return preset != null || recipe != null;
    }

    /** How many images were said to go through the network at once. */
    OptionalInt batch() {
        return batch == null ? OptionalInt.empty() : OptionalInt.of(batch);
    }

    /** Native and the lower resolutions that were named. */
    List<Resolution> testedAt() {
        List<Resolution> at = new ArrayList<>(List.of(Resolution.NATIVE));
        Optional.ofNullable(evaluateAt)
                .ifPresent(named -> named.forEach(pixels -> at.add(Resolution.parse(pixels.toString()))));
        return at.stream().distinct().toList();
    }

    /** Which of the paper's models the base was said to be. */
    Optional<PaperModel> baseModel() {
        return network.baseModel();
    }

    /** Whether a mean was named. */
    boolean namesMean() {
        return network.namesMean();
    }

    /** Whether a learning rate for all but the classifier was named. */
    boolean namesRestRate() {
        return restLearningRate != null;
    }

    /** Whether it was said what the batch norms of frozen layers use. */
    boolean namesFrozenBatchNorms() {
        return frozenBatchNorms != null;
    }

    /** Whether a number of epochs was named. */
    boolean namesEpochs() {
        return epochs != null;
    }

    private ResolutionSchedule schedule(ResolutionSchedule before) {
        ResolutionSchedule chosen = before;
        if (schedule != null) {
            ResolutionSchedule asked = ScheduleSyntax.schedule(schedule);
            boolean preset = !schedule.contains("=");
            chosen = preset ? asked : before.with(asked.howOften());
        }
        if (resolutions != null) {
            chosen = chosen.with(ScheduleSyntax.resolutions(resolutions));
        }
        return kernel == null ? chosen : chosen.with(Kernel.of(kernel));
    }

    private Map<String, Object> changes() {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("name", name);
        changes.put("course.seed", seed);
        changes.put("course.epochs", epochs);
        changes.put("course.batch", batch);
        changes.put("course.accumulation", accumulation);
        changes.put("course.gradientReduction", gradientReduction);
        changes.put("course.leftoverBatches", leftoverBatches);
        changes.put("optimiser.algorithm", optimiser);
        changes.put("optimiser.learningRate", learningRate);
        changes.put("optimiser.restLearningRate", restLearningRate);
        changes.put("optimiser.weightDecay", weightDecay);
        changes.put("optimiser.momentum", momentum);
        changes.put("optimiser.nesterov", nesterov);
        changes.put("optimiser.amsgrad", amsgrad);
        changes.put("optimiser.beta1", beta1);
        changes.put("optimiser.beta2", beta2);
        rate.into(changes);
        network.into(changes);
        changes.put("network.batchNormMomentum", batchNormMomentum);
        changes.put("network.frozenBatchNorms", frozenBatchNorms);
        changes.put("objective.classWeights", classWeights);
        changes.put("objective.labelSmoothing", labelSmoothing);
        augmentation.into(changes);
        teacher.into(changes);
        validation.into(changes);
        changes.put("resolutions", evaluateAt);
        changes.values().removeIf(value -> value == null);
        return changes;
    }
}
