package org.maferstudio.recipe;

import static org.maferstudio.recipe.Condition.any;
import static org.maferstudio.recipe.Condition.is;
import static org.maferstudio.recipe.Condition.positive;
import static org.maferstudio.recipe.Condition.zero;

import com.google.gson.reflect.TypeToken;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.image.GreyWeights;
import org.maferstudio.image.Kernel;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.network.input.InputContract.Colour;
import org.maferstudio.recipe.Cutout.Fill;
import org.maferstudio.recipe.LearningRateConfig.Shape;
import org.maferstudio.recipe.LearningRateConfig.Watch;
import org.maferstudio.recipe.LossConfig.ClassWeights;
import org.maferstudio.recipe.NetworkConfig.FrozenBatchNorms;
import org.maferstudio.recipe.OptimiserConfig.Algorithm;
import org.maferstudio.recipe.TeacherConfig.Draws;
import org.maferstudio.recipe.TeacherConfig.Who;
import org.maferstudio.recipe.TrainingConfig.At;
import org.maferstudio.recipe.TrainingConfig.Keep;
import org.maferstudio.recipe.TrainingConfig.Leftover;
import org.maferstudio.recipe.TrainingConfig.Measure;
import org.maferstudio.recipe.TrainingConfig.Reduction;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.Resolutions;
import org.maferstudio.schedule.ScheduleSyntax;
import org.maferstudio.texts.Texts;

/**
 * The fields of a recipe, described once: the records check their values by this table, and the form, the command line,
 * the messages and the manual are made from it. A new hyper-parameter is a component of a record and a row here; its
 * label and help are in the text bundle.
 */
public final class RecipeFields {
    private static final RecipePart<Recipe> RECIPE = new RecipePart<>("", recipe -> recipe);
    private static final RecipePart<DatasetSource> DATASET = new RecipePart<>("dataset", Recipe::dataset);
    private static final RecipePart<ResolutionSchedule> SCHEDULE = new RecipePart<>("schedule", Recipe::schedule);
    private static final RecipePart<NetworkConfig> NETWORK = new RecipePart<>("network", Recipe::network);
    private static final RecipePart<Augmentation> AUGMENTATION = new RecipePart<>("augmentation", Recipe::augmentation);
    private static final RecipePart<ElasticTransform> ELASTICITY =
            inside(AUGMENTATION, "elasticity", Augmentation::elasticity);
    private static final RecipePart<ShiftScaleRotate> MOTION = inside(AUGMENTATION, "motion", Augmentation::motion);
    private static final RecipePart<Cutout> CUTOUT = inside(AUGMENTATION, "cutout", Augmentation::cutout);
    private static final RecipePart<OptimiserConfig> OPTIMISER = new RecipePart<>("optimiser", Recipe::optimiser);
    private static final RecipePart<LearningRateConfig> RATE = new RecipePart<>("learningRate", Recipe::learningRate);
    private static final RecipePart<LossConfig> LOSS = new RecipePart<>("objective", Recipe::objective);
    private static final RecipePart<TeacherConfig> TEACHER = inside(LOSS, "teacher", LossConfig::teacher);
    private static final RecipePart<TrainingConfig> COURSE = new RecipePart<>("course", Recipe::course);
    private static final RecipePart<DeviceConfig> MACHINE = new RecipePart<>("machine", Recipe::machine);

    private static final Condition SGD = is("optimiser.algorithm", "sgd");
    private static final Condition ADAM = is("optimiser.algorithm", "adam", "adamw");
    private static final Condition PLATEAU = is("learningRate.shape", "plateau");
    private static final Condition STEP = is("learningRate.shape", "step");
    private static final Condition TEACHES = is("objective.teacher.who", "base", "file");
    private static final Condition BENT = positive("augmentation.elasticity.p");
    private static final Condition MOVED = positive("augmentation.motion.p");
    private static final Condition SHIFTED = MOVED.and(any(
            positive("augmentation.motion.shift"),
            positive("augmentation.motion.rotate"),
            positive("augmentation.motion.scale")));
    private static final Condition CUT = positive("augmentation.cutout.p");
    private static final Condition HOLES = CUT.and(positive("augmentation.cutout.holes"));

    private static final FieldType<String> NAME =
            FieldType.text("length", text -> !text.isBlank() && text.length() <= 80);
    private static final FieldType<String> DEVICE =
            FieldType.text("device", text -> text.matches("auto|cpu|gpu:\\d{1,2}"), "auto", "cpu", "gpu:0");

    /**
     * Fields that belong together.
     *
     * @param id names it in the text bundle
     * @param lines fields beside each other
     */
    public record Section(String id, List<List<RecipeField<?>>> lines) {
        /** The fields in order. */
        public Stream<RecipeField<?>> fields() {
            return lines.stream().flatMap(List::stream);
        }
    }

    /** The name, and what to train on. */
    public static final Section DATA = section(
            "data",
            line(RECIPE.text("name", NAME, Recipe::name, "--name")),
            line(DATASET.json("paths", new TypeToken<List<String>>() {}, DatasetSource::paths, "-df", "--dataset")),
            line(DATASET.text("format", FieldType.text("text", text -> true), DatasetSource::format, "--format")),
            line(DATASET.json("labels", new TypeToken<List<String>>() {}, DatasetSource::labels, "--labels")),
            line(DATASET.json("splits", new TypeToken<Map<String, String>>() {}, DatasetSource::splits, "--splits")),
            line(
                    DATASET.real(
                            "validShare", 0, DatasetSource.LARGEST_SHARE, DatasetSource::validShare, "--valid-share"),
                    when(positive("dataset.validShare"), DATASET.seed("seed", DatasetSource::seed))),
            line(DATASET.flag("leaveOutDamaged", DatasetSource::leaveOutDamaged, "--leave-out-damaged")),
            line(DATASET.flag("leaveOutDuplicates", DatasetSource::leaveOutDuplicates, "--leave-out-duplicates")),
            line(DATASET.json("heldOut", new TypeToken<Fold>() {}, DatasetSource::heldOut)
                    .orNone()),
            line(SCHEDULE.syntax(
                    "howOften",
                    ScheduleSyntax::howOften,
                    DownsamplingProbability::text,
                    ResolutionSchedule::howOften,
                    "--schedule")),
            line(SCHEDULE.syntax(
                    "which",
                    ScheduleSyntax::resolutions,
                    Resolutions::text,
                    ResolutionSchedule::which,
                    "--resolutions")),
            line(SCHEDULE.choice("kernel", Kernel.values(), ResolutionSchedule::kernel, "--kernel")),
            line(SCHEDULE.syntax(
                    "otherKernels",
                    ScheduleSyntax::kernels,
                    kernels -> kernels.stream().map(Kernel::id).collect(Collectors.joining(",")),
                    ResolutionSchedule::otherKernels,
                    "--other-kernels")),
            line(SCHEDULE.wholes(
                    "jpeg", 1, ResolutionSchedule.BEST_JPEG, ResolutionSchedule::jpeg, "--schedule-jpeg")));

    private static final Section TRAINING = section(
            "training",
            line(
                    COURSE.whole("epochs", 1, 100_000, TrainingConfig::epochs, "-e", "--epochs"),
                    COURSE.whole("batch", 2, 65_536, TrainingConfig::batch, "-bs", "--batch"),
                    COURSE.whole("accumulation", 1, 4096, TrainingConfig::accumulation, "-ba", "--accumulation")),
            line(
                    COURSE.choice(
                            "gradientReduction",
                            Reduction.values(),
                            TrainingConfig::gradientReduction,
                            "--gradient-reduction"),
                    COURSE.choice(
                            "leftoverBatches",
                            Leftover.values(),
                            TrainingConfig::leftoverBatches,
                            "--leftover-batches")),
            line(
                    OPTIMISER.real(
                            "learningRate", Range.above(0), OptimiserConfig::learningRate, "-lr", "--learning-rate"),
                    COURSE.seed("seed", TrainingConfig::seed, "-s", "--seed")));

    private static final Section NETWORK_SECTION = section(
            "network",
            line(NETWORK.choice("name", NetworkSpec.NAMES, NetworkConfig::name, "--network")),
            line(NETWORK.whole("width", 0, NetworkSpec.MOST_WIDTH, NetworkConfig::width, "--width")),
            line(
                    NETWORK.choice("colour", Colour.values(), NetworkConfig::colour, "--colour"),
                    NETWORK.choice("kernel", Kernel.values(), NetworkConfig::kernel)),
            line(
                    NETWORK.whole("resize", 16, 1024, NetworkConfig::resize, "--resize"),
                    NETWORK.whole("size", 16, 512, NetworkConfig::size, "--size"),
                    NETWORK.real("scale", Range.above(0), NetworkConfig::scale, "--scale")),
            line(NETWORK.numbers("mean", Range.between(0, 255), NetworkConfig::mean, "--mean")),
            line(NETWORK.numbers("std", Range.above(0), NetworkConfig::std, "--std")),
            line(
                    NETWORK.choice("alignment", Alignment.values(), NetworkConfig::alignment, "--alignment"),
                    NETWORK.real("faceMargin", 0, 1, NetworkConfig::faceMargin, "--face-margin")
                            .orNone()),
            line(NETWORK.file("base", NetworkConfig::base, "-bp", "--base")),
            line(NETWORK.choice("baseModel", PaperModel.values(), NetworkConfig::baseModel, "--base-model")),
            line(when(
                    is("optimiser.restLearningRate", "0"),
                    NETWORK.choice(
                            "frozenBatchNorms",
                            FrozenBatchNorms.values(),
                            NetworkConfig::frozenBatchNorms,
                            "--frozen-batch-norms"))),
            line(NETWORK.real("batchNormMomentum", 0, 1, NetworkConfig::batchNormMomentum, "--batch-norm-momentum")));

    private static final Section TEACHER_SECTION = section(
            "teacher",
            line(
                    TEACHER.choice("who", Who.values(), TeacherConfig::who, "--teacher"),
                    when(TEACHES, TEACHER.real("lambda", 0, 1e6, TeacherConfig::lambda, "--lambda"))),
            line(when(TEACHES, TEACHER.choice("draws", Draws.values(), TeacherConfig::draws, "--teacher-draws"))),
            line(when(TEACHES, TEACHER.real("distillation", 0, 1e6, TeacherConfig::distillation, "--distillation"))),
            line(when(
                    TEACHES.and(positive("objective.teacher.distillation")),
                    TEACHER.real(
                            "temperature", Range.above(0), TeacherConfig::temperature, "--distillation-temperature"))),
            line(when(is("objective.teacher.who", "file"), TEACHER.file("weights", TeacherConfig::weights))));

    private static final Section OPTIMISER_SECTION = section(
            "optimiser",
            line(
                    OPTIMISER.choice(
                            "algorithm",
                            Algorithm.values(),
                            OptimiserConfig::algorithm,
                            "-o",
                            "--optimizer",
                            "--optimiser"),
                    OPTIMISER
                            .real(
                                    "restLearningRate",
                                    0,
                                    1e6,
                                    OptimiserConfig::restLearningRate,
                                    "-lrf",
                                    "--rest-learning-rate")
                            .orNone()),
            line(OPTIMISER.real("weightDecay", 0, 1000, OptimiserConfig::weightDecay, "-wd", "--weight-decay")),
            line(
                    when(SGD, OPTIMISER.real("momentum", 0, 1, OptimiserConfig::momentum, "-m", "--momentum")),
                    when(ADAM, OPTIMISER.real("beta1", Range.below(0, 1), OptimiserConfig::beta1, "-b1", "--beta1")),
                    when(ADAM, OPTIMISER.real("beta2", Range.below(0, 1), OptimiserConfig::beta2, "-b2", "--beta2"))),
            line(
                    when(SGD, OPTIMISER.flag("nesterov", OptimiserConfig::nesterov, "-nt", "--nesterov")),
                    when(ADAM, OPTIMISER.flag("amsgrad", OptimiserConfig::amsgrad, "-ams", "--amsgrad"))),
            line(OPTIMISER.real(
                    "averageDecay", Range.below(0, 1), OptimiserConfig::averageDecay, "--ema", "--average-decay")),
            line(
                    LOSS.choice("classWeights", ClassWeights.values(), LossConfig::classWeights, "--class-weights"),
                    LOSS.real("labelSmoothing", Range.below(0, 1), LossConfig::labelSmoothing, "--label-smoothing")));

    private static final Section LEARNING_RATE = section(
            "learningRate",
            line(
                    RATE.choice("shape", Shape.values(), LearningRateConfig::shape, "--lr-schedule"),
                    RATE.real("warmUpEpochs", 0, 1000, LearningRateConfig::warmUpEpochs, "--warm-up")),
            line(
                    when(PLATEAU, RATE.whole("patience", 0, 10_000, LearningRateConfig::patience, "-pt", "--patience")),
                    when(PLATEAU, RATE.real("threshold", 0, 1, LearningRateConfig::threshold, "--lr-threshold"))),
            line(when(PLATEAU, RATE.choice("watches", Watch.values(), LearningRateConfig::watches, "--lr-watch"))),
            line(
                    when(
                            STEP.and(zero("learningRate.everyValidations")),
                            RATE.whole("everyEpochs", 1, 100_000, LearningRateConfig::everyEpochs, "--lr-every")),
                    when(
                            STEP,
                            RATE.whole(
                                    "everyValidations",
                                    0,
                                    1_000_000,
                                    LearningRateConfig::everyValidations,
                                    "--lr-every-validations"))),
            line(
                    when(
                            is("learningRate.shape", "plateau", "step"),
                            RATE.real("factor", 0, 1, LearningRateConfig::factor, "--lr-factor")),
                    when(
                            is("learningRate.shape", "plateau", "cosine"),
                            RATE.real("minimum", 0, 1e6, LearningRateConfig::minimum, "--lr-minimum"))));

    private static final Section AUGMENTATION_SECTION = section(
            "augmentation",
            line(
                    AUGMENTATION.real("cropFirst", 0, 1024, Augmentation::cropFirst, "--crop-first"),
                    when(
                            zero("augmentation.cropFirst"),
                            AUGMENTATION.flag("randomCrop", Augmentation::randomCrop, "--random-crop"))),
            line(
                    AUGMENTATION.real("grey", 0, 1, Augmentation::grey, "--grey"),
                    when(
                            positive("augmentation.grey"),
                            AUGMENTATION.choice(
                                    "greyWeights", GreyWeights.values(), Augmentation::greyWeights, "--grey-weights"))),
            line(
                    ELASTICITY.real("p", 0, 1, ElasticTransform::p, "--elastic-p"),
                    when(BENT, ELASTICITY.real("alpha", 0, 1000, ElasticTransform::alpha, "--elastic-alpha"))),
            line(
                    when(BENT, ELASTICITY.real("sigma", 0.5, 100, ElasticTransform::sigma, "--elastic-sigma")),
                    when(BENT, ELASTICITY.real("corners", 0, 100, ElasticTransform::corners, "--elastic-corners"))),
            line(MOTION.real("p", 0, 1, ShiftScaleRotate::p, "--motion-p")),
            line(
                    when(MOVED, MOTION.real("shift", 0, 0.5, ShiftScaleRotate::shift, "--motion-shift")),
                    when(MOVED, MOTION.real("rotate", 0, 180, ShiftScaleRotate::rotate, "--motion-rotate")),
                    when(MOVED, MOTION.real("scale", 0, 0.9, ShiftScaleRotate::scale, "--motion-scale"))),
            line(when(
                    any(BENT, SHIFTED),
                    AUGMENTATION.choice("border", Border.values(), Augmentation::border, "--border"))),
            line(
                    CUTOUT.real("p", 0, 1, Cutout::p, "--cutout-p"),
                    when(CUT, CUTOUT.whole("holes", 0, 100, Cutout::holes, "--cutout-holes")),
                    when(HOLES, CUTOUT.real("size", 0, 512, Cutout::size, "--cutout-size"))),
            line(when(HOLES, CUTOUT.choice("fill", Fill.values(), Cutout::fill, "--cutout-fill"))),
            line(AUGMENTATION.real("flip", 0, 1, Augmentation::flip, "--flip")),
            line(
                    AUGMENTATION.real("blur", 0, 1, Augmentation::blur, "--blur"),
                    when(
                            positive("augmentation.blur"),
                            AUGMENTATION.real(
                                    "blurSigma",
                                    Augmentation.LEAST_BLUR,
                                    20,
                                    Augmentation::blurSigma,
                                    "--blur-sigma"))),
            line(
                    AUGMENTATION.real("mixup", 0, 100, Augmentation::mixup, "--mixup"),
                    AUGMENTATION.real("cutmix", 0, 100, Augmentation::cutmix, "--cutmix")));

    private static final Section VALIDATION = section(
            "validation",
            line(
                    COURSE.choice("bestBy", Measure.values(), TrainingConfig::bestBy, "--best-by"),
                    COURSE.whole(
                            "validationsPerEpoch", 1, 100_000, TrainingConfig::validationsPerEpoch, "--validations")),
            line(
                    COURSE.whole("validateAt", 0, Resolution.MOST, TrainingConfig::validateAt, "--validate-at"),
                    when(
                            positive("course.validateAt"),
                            COURSE.choice("bestAt", At.values(), TrainingConfig::bestAt, "--best-at"))),
            line(
                    COURSE.whole(
                            "validationStride", 1, 100_000, TrainingConfig::validationStride, "--validation-stride"),
                    COURSE.choice("keep", Keep.values(), TrainingConfig::keep, "--keep")),
            line(COURSE.whole("earlyStop", 0, 100_000, TrainingConfig::earlyStop, "--early-stop")),
            line(RECIPE.wholes(
                    "resolutions", Resolution.LEAST, Resolution.MOST, Recipe::resolutions, "--evaluate-at")));

    private static final Section COMPUTING = section(
            "computing",
            line(MACHINE.text("device", DEVICE, DeviceConfig::device, "--device")),
            line(
                    MACHINE.whole("threads", 0, DeviceConfig.MOST_THREADS, DeviceConfig::threads, "--threads"),
                    MACHINE.whole(
                            "pixelCache",
                            0,
                            DeviceConfig.MOST_PIXEL_CACHE,
                            DeviceConfig::pixelCache,
                            "--pixel-cache")));

    /** How to train, in the order of the form. */
    public static final List<Section> SECTIONS = List.of(
            TRAINING,
            NETWORK_SECTION,
            TEACHER_SECTION,
            OPTIMISER_SECTION,
            LEARNING_RATE,
            AUGMENTATION_SECTION,
            VALIDATION,
            COMPUTING);

    private static final Map<String, RecipeField<?>> BY_ID = byId();

    private RecipeFields() {}

    /** All fields in order. */
    public static List<RecipeField<?>> all() {
        return List.copyOf(BY_ID.values());
    }

    /**
     * The field of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RecipeField<?> of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("a recipe has no field " + id));
    }

    /** The field of this name; empty if there is none. */
    static Optional<RecipeField<?>> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The names that follow a path in the names of fields, such as {@code epochs} after {@code course.}. */
    static Set<String> below(String path) {
        return BY_ID.keySet().stream()
                .filter(id -> id.startsWith(path))
                .map(id -> id.substring(path.length()).split("\\.")[0])
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Checks the value of a field.
     *
     * @throws IllegalArgumentException if it is not allowed; the message names the field, the value and what is allowed
     */
    @SuppressWarnings("unchecked") // the record that calls it has the component that the getter reads
    static void check(String id, Object value) {
        ((RecipeField<Object>) of(id)).check(value);
    }

    /**
     * Refuses a part that is missing.
     *
     * @throws IllegalArgumentException if it is null
     */
    static void require(String id, Object part) {
        if (part == null) {
            throw new IllegalArgumentException(Texts.of("recipe.error.missingField", id));
        }
    }

    private static Map<String, RecipeField<?>> byId() {
        Map<String, RecipeField<?>> fields = new LinkedHashMap<>();
        Stream.concat(Stream.of(DATA), SECTIONS.stream())
                .flatMap(Section::fields)
                .forEach(field -> fields.put(field.id(), field));
        return Collections.unmodifiableMap(fields);
    }

    private static <P, Q> RecipePart<Q> inside(RecipePart<P> part, String name, Function<P, Q> getter) {
        return new RecipePart<>(part.id() + "." + name, part.of().andThen(getter));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // List.of copies them.
    private static Section section(String id, List<RecipeField<?>>... lines) {
        return new Section(id, List.of(lines));
    }

    private static <T> RecipeField<T> when(Condition condition, RecipeField<T> field) {
        return field.when(condition);
    }

    private static List<RecipeField<?>> line(RecipeField<?>... fields) {
        return List.of(fields);
    }
}
