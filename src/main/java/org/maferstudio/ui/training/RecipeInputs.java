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
            Texts.of("training.form.optimiser.label"),
            Texts.of("training.form.optimiser.help"),
            "sgd",
            "adam",
            "adamw");
    private final Numeric momentum = real(
            "optimiser.momentum",
            Texts.of("training.form.momentum.label"),
            0,
            1,
            Texts.of("training.form.momentum.help"));
    private final Switch nesterov = new Switch(
            "optimiser.nesterov", Texts.of("training.form.nesterov.label"), Texts.of("training.form.nesterov.help"));
    private final Numeric beta1 = real(
            "optimiser.beta1", Texts.of("training.form.beta1.label"), 0, 0.99999, Texts.of("training.form.beta1.help"));
    private final Numeric beta2 = real(
            "optimiser.beta2",
            Texts.of("training.form.beta2.label"),
            0,
            0.9999999,
            Texts.of("training.form.beta2.help"));
    private final Switch amsgrad = new Switch("optimiser.amsgrad", "AMSGrad", Texts.of("training.form.amsgrad.help"));
    private final Choice rest = choice(
            REST,
            Texts.of("training.form.trainedWeights.label"),
            Texts.of("training.form.trainedWeights.help"),
            ALL_ALIKE,
            OWN_RATE,
            CLASSIFIER_ALONE);
    private final Numeric restRate = real(
            REST,
            Texts.of("training.form.bodyLearningRate.label"),
            1e-9,
            10,
            Texts.of("training.form.bodyLearningRate.help"));
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
                Texts.of("training.form.course.label"),
                true,
                List.of(
                        List.of(
                                whole(
                                        "course.epochs",
                                        Texts.of("training.form.epochs.label"),
                                        1,
                                        100_000,
                                        Texts.of("training.form.epochs.help")),
                                whole(
                                        "course.batch",
                                        Texts.of("training.form.batch.label"),
                                        2,
                                        65_536,
                                        Texts.of("training.form.batch.help")),
                                whole(
                                        "course.accumulation",
                                        Texts.of("training.form.accumulation.label"),
                                        1,
                                        4096,
                                        Texts.of("training.form.accumulation.help"))),
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
                                        Texts.of("training.form.learningRate.label"),
                                        1e-9,
                                        10,
                                        Texts.of("training.form.learningRate.help")),
                                whole(
                                        "course.seed",
                                        Texts.of("training.form.seed.label"),
                                        0,
                                        1L << 31,
                                        Texts.of("training.form.seed.help")))));
    }

    private Section optimiser() {
        return new Section(
                Texts.of("training.form.optimiserAndLoss.label"),
                false,
                List.of(
                        List.of(algorithm, rest),
                        List.of(
                                real(
                                        "optimiser.weightDecay",
                                        Texts.of("training.form.weightDecay.label"),
                                        0,
                                        1000,
                                        Texts.of("training.form.weightDecay.help")),
                                restRate),
                        List.of(momentum, beta1, beta2),
                        List.of(nesterov, amsgrad),
                        List.of(
                                choice(
                                        "objective.classWeights",
                                        Texts.of("training.form.classWeights.label"),
                                        Texts.of("training.form.classWeights.help"),
                                        "none",
                                        "inverse-frequency"),
                                real(
                                        "objective.labelSmoothing",
                                        Texts.of("training.form.labelSmoothing.label"),
                                        0,
                                        0.99,
                                        Texts.of("training.form.labelSmoothing.help")))));
    }

    private static Section computing() {
        return new Section(
                Texts.of("training.form.computing.label"),
                false,
                List.of(
                        List.of(choice(
                                "machine.device",
                                Texts.of("training.form.device.label"),
                                Texts.of("training.form.device.help"),
                                "auto",
                                "cpu",
                                "gpu:0")),
                        List.of(whole(
                                "machine.threads",
                                Texts.of("training.form.threads.label"),
                                0,
                                256,
                                Texts.of("training.form.threads.help")))));
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
