package org.maferstudio.ui.training;

import java.util.List;
import java.util.stream.Stream;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.NumberInput;
import org.maferstudio.ui.training.RecipeInput.Choice;
import org.maferstudio.ui.training.RecipeInput.Numeric;
import org.maferstudio.ui.training.RecipeInput.Switch;

/** The fields of the form, in sections; which of them matter follows from the choices among them. */
final class RecipeInputs {
    /** The three ways to train what is not the classifier; the recipe knows them by one rate. */
    static final String ALL_ALIKE = "all-alike";

    static final String OWN_RATE = "own-rate";
    static final String CLASSIFIER_ALONE = "classifier-alone";

    /** The recipe's field that {@link #rest()} and {@link #restRate()} share. */
    static final String REST = "optimiser.restLearningRate";

    /**
     * Fields that belong together.
     *
     * @param title a word or two
     * @param unfolded whether its fields are seen at the start
     * @param rows fields beside each other
     */
    record Section(String title, boolean unfolded, List<List<RecipeInput>> rows) {
        Stream<RecipeInput> inputs() {
            return rows.stream().flatMap(List::stream);
        }
    }

    private final Choice algorithm = choice(
            "optimiser.algorithm",
            Texts.of("training.optimiser"),
            Texts.of("training.how-a-step-follows-from"),
            "sgd",
            "adam",
            "adamw");
    private final Numeric momentum = real(
            "optimiser.momentum", Texts.of("training.momentum"), 0, 1, Texts.of("training.what-the-next-step-keeps"));
    private final Switch nesterov = new Switch(
            "optimiser.nesterov", Texts.of("training.nesterov"), Texts.of("training.sgd-looks-one-step-ahead"));
    private final Numeric beta1 = real(
            "optimiser.beta1", Texts.of("training.beta-1"), 0, 0.99999, Texts.of("training.adams-memory-of-the-mean"));
    private final Numeric beta2 = real(
            "optimiser.beta2",
            Texts.of("training.beta-2"),
            0,
            0.9999999,
            Texts.of("training.adams-memory-of-the-square"));
    private final Switch amsgrad =
            new Switch("optimiser.amsgrad", "AMSGrad", Texts.of("training.adam-keeps-the-largest-square"));
    private final Choice rest = choice(
            REST,
            Texts.of("training.what-is-trained"),
            Texts.of("training.fine-tuning-moves-the-classifier"),
            ALL_ALIKE,
            OWN_RATE,
            CLASSIFIER_ALONE);
    private final Numeric restRate =
            real(REST, Texts.of("training.rate-of-the-rest"), 1e-9, 10, Texts.of("training.of-all-weights-but-the"));
    private final LearningRateInputs learningRate = new LearningRateInputs();
    private final AugmentationInputs augmentation = new AugmentationInputs();
    private final NetworkInputs network = new NetworkInputs();
    private final TeacherInputs teacher = new TeacherInputs();
    private final ValidationInputs validation = new ValidationInputs();
    private final List<Section> sections = List.of(
            course(),
            network.section(),
            teacher.section(),
            optimiser(),
            learningRate.section(),
            augmentation.section(),
            validation.section(),
            computing());

    RecipeInputs() {
        for (Choice choice : List.of(algorithm, rest)) {
            choice.chosenProperty().addListener((property, old, now) -> follow());
        }
        follow();
    }

    List<Section> sections() {
        return sections;
    }

    /** The weight file that the network begins with. */
    RecipeInput.FileChoice base() {
        return network.base();
    }

    /** The weight file of a teacher of its own. */
    RecipeInput.FileChoice teacher() {
        return teacher.weights();
    }

    /** At which resolution the best is chosen; native where it does not matter. */
    Choice bestAt() {
        return validation.at();
    }

    Choice rest() {
        return rest;
    }

    Numeric restRate() {
        return restRate;
    }

    private static Section course() {
        return new Section(
                Texts.of("training.course"),
                true,
                List.of(
                        List.of(
                                whole(
                                        "course.epochs",
                                        Texts.of("training.epochs"),
                                        1,
                                        100_000,
                                        Texts.of("training.how-often-the-training-part-is")),
                                whole(
                                        "course.batch",
                                        Texts.of("training.batch"),
                                        2,
                                        65_536,
                                        Texts.of("training.images-through-the-network-at")),
                                whole(
                                        "course.accumulation",
                                        Texts.of("training.accumulation"),
                                        1,
                                        4096,
                                        Texts.of("training.batches-that-make-one-step"))),
                        List.of(
                                choice(
                                        "course.gradientReduction",
                                        Texts.of("training.form.gradientReduction.label"),
                                        Texts.of("training.form.gradientReduction.help"),
                                        "mean",
                                        "sum"),
                                choice(
                                        "course.leftoverBatches",
                                        Texts.of("training.form.leftoverBatches.label"),
                                        Texts.of("training.form.leftoverBatches.help"),
                                        "use",
                                        "drop")),
                        List.of(
                                real(
                                        "optimiser.learningRate",
                                        Texts.of("training.learning-rate"),
                                        1e-9,
                                        10,
                                        Texts.of("training.of-the-classifier-at-least")),
                                whole(
                                        "course.seed",
                                        Texts.of("training.seed"),
                                        0,
                                        1L << 31,
                                        Texts.of("training.same-recipe-and-seed-same")))));
    }

    private Section optimiser() {
        return new Section(
                Texts.of("training.optimiser-and-loss"),
                false,
                List.of(
                        List.of(algorithm, rest),
                        List.of(
                                real(
                                        "optimiser.weightDecay",
                                        Texts.of("training.weight-decay"),
                                        0,
                                        1000,
                                        Texts.of("training.pulls-weights-to-0")),
                                restRate),
                        List.of(momentum, beta1, beta2),
                        List.of(nesterov, amsgrad),
                        List.of(
                                choice(
                                        "objective.classWeights",
                                        Texts.of("training.class-weights"),
                                        Texts.of("training.inverse-one-minus-the-share-of"),
                                        "none",
                                        "inverse-frequency"),
                                real(
                                        "objective.labelSmoothing",
                                        Texts.of("training.label-smoothing"),
                                        0,
                                        0.99,
                                        Texts.of("training.the-share-of-a-label-that-is")))));
    }

    private static Section computing() {
        return new Section(
                Texts.of("training.computing"),
                false,
                List.of(
                        List.of(choice(
                                "machine.device",
                                Texts.of("training.device"),
                                Texts.of("training.auto-a-gpu-where-there-is-one"),
                                "auto",
                                "cpu",
                                "gpu:0")),
                        List.of(whole(
                                "machine.threads",
                                Texts.of("training.threads-0-all"),
                                0,
                                256,
                                Texts.of("training.of-the-processor")))));
    }

    private void follow() {
        boolean sgd = algorithm.is("sgd");
        momentum.relevantProperty().set(sgd);
        nesterov.relevantProperty().set(sgd);
        beta1.relevantProperty().set(!sgd);
        beta2.relevantProperty().set(!sgd);
        amsgrad.relevantProperty().set(!sgd);
        restRate.relevantProperty().set(rest.is(OWN_RATE));
        network.frozenBatchNorms().relevantProperty().set(rest.is(CLASSIFIER_ALONE));
    }

    static Numeric whole(String field, String label, long least, long most, String help) {
        return new Numeric(field, label, NumberInput.whole(least, most, least), help);
    }

    static Numeric real(String field, String label, double least, double most, String help) {
        return new Numeric(field, label, NumberInput.real(least, most, most), help);
    }

    static Choice choice(String field, String label, String help, String... options) {
        return new Choice(field, label, List.of(options), help);
    }
}
