package org.maferstudio.ui.training;

import java.util.List;
import java.util.stream.Stream;
import org.maferstudio.ui.parts.NumberInput;
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

    private final Choice algorithm = choice("optimiser.algorithm", "Optimiser", "", "sgd", "adam", "adamw");
    private final Numeric momentum = real("optimiser.momentum", "Momentum", 0, 1, "What the next step keeps.");
    private final Switch nesterov = new Switch("optimiser.nesterov", "Nesterov", "SGD looks one step ahead.");
    private final Numeric beta1 = real("optimiser.beta1", "Beta 1", 0, 0.99999, "Adam's memory of the mean.");
    private final Numeric beta2 = real("optimiser.beta2", "Beta 2", 0, 0.9999999, "Adam's memory of the square.");
    private final Switch amsgrad = new Switch("optimiser.amsgrad", "AMSGrad", "Adam keeps the largest square.");
    private final Choice rest = choice(
            REST,
            "What is trained",
            "Fine-tuning moves the classifier fast and the rest slowly, or not at all.",
            ALL_ALIKE,
            OWN_RATE,
            CLASSIFIER_ALONE);
    private final Numeric restRate = real(REST, "Rate of the rest", 1e-9, 10, "Of all weights but the classifier's.");
    private final Choice shape = choice(
            "learningRate.shape",
            "Over time",
            "Cosine: to the least rate at the end. Plateau: lower when nothing improves. Step: every few epochs.",
            "cosine",
            "plateau",
            "step",
            "constant");
    private final Numeric warmUp =
            real("learningRate.warmUpEpochs", "Warm-up (epochs)", 0, 1000, "The rate climbs to its start.");
    private final Numeric patience =
            whole("learningRate.patience", "Patience (validations)", 0, 10_000, "Without improvement, borne.");
    private final Numeric threshold =
            real("learningRate.threshold", "Threshold", 0, 1, "The relative change that counts as improvement.");
    private final Choice watches = choice(
            "learningRate.watches",
            "Plateau of",
            "What has to improve: the measure by which the best network is kept, or the loss.",
            "best",
            "loss");
    private final Numeric every = whole("learningRate.everyEpochs", "Every (epochs)", 1, 100_000, "");
    private final Numeric factor = real("learningRate.factor", "Factor", 0, 1, "What the rate is multiplied with.");
    private final Numeric minimum = real("learningRate.minimum", "Least rate", 0, 10, "Where the rate stops.");
    private final AugmentationInputs augmentation = new AugmentationInputs();
    private final NetworkInputs network = new NetworkInputs();
    private final TeacherInputs teacher = new TeacherInputs();
    private final ValidationInputs validation = new ValidationInputs();
    private final List<Section> sections = List.of(
            course(),
            network.section(),
            teacher.section(),
            optimiser(),
            learningRate(),
            augmentation.section(),
            validation.section(),
            computing());

    RecipeInputs() {
        for (Choice choice : List.of(algorithm, rest, shape)) {
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
                "Course",
                true,
                List.of(
                        List.of(
                                whole("course.epochs", "Epochs", 1, 100_000, "How often the training part is seen."),
                                whole("course.batch", "Batch", 2, 65_536, "Images through the network at once."),
                                whole("course.accumulation", "Accumulation", 1, 4096, "Batches that make one step.")),
                        List.of(
                                real(
                                        "optimiser.learningRate",
                                        "Learning rate",
                                        1e-9,
                                        10,
                                        "Of the classifier, at least."),
                                whole("course.seed", "Seed", 0, 1L << 31, "Same recipe and seed, same network."))));
    }

    private Section optimiser() {
        return new Section(
                "Optimiser and loss",
                false,
                List.of(
                        List.of(algorithm, rest),
                        List.of(
                                real("optimiser.weightDecay", "Weight decay", 0, 1000, "Pulls weights to 0."),
                                restRate),
                        List.of(momentum, beta1, beta2),
                        List.of(nesterov, amsgrad),
                        List.of(
                                choice(
                                        "objective.classWeights",
                                        "Class weights",
                                        "Inverse: one minus the share of the class, as the authors do.",
                                        "none",
                                        "inverse-frequency"),
                                real(
                                        "objective.labelSmoothing",
                                        "Label smoothing",
                                        0,
                                        0.99,
                                        "The share of a label that is spread over all classes."))));
    }

    private Section learningRate() {
        return new Section(
                "Learning rate",
                false,
                List.of(
                        List.of(shape, warmUp),
                        List.of(patience, threshold),
                        List.of(watches),
                        List.of(every, factor, minimum)));
    }

    private static Section computing() {
        return new Section(
                "Computing",
                false,
                List.of(
                        List.of(choice(
                                "machine.device", "Device", "Auto: a GPU where there is one.", "auto", "cpu", "gpu:0")),
                        List.of(whole("machine.threads", "Threads (0: all)", 0, 256, "Of the processor."))));
    }

    private void follow() {
        boolean sgd = algorithm.is("sgd");
        momentum.relevantProperty().set(sgd);
        nesterov.relevantProperty().set(sgd);
        beta1.relevantProperty().set(!sgd);
        beta2.relevantProperty().set(!sgd);
        amsgrad.relevantProperty().set(!sgd);
        restRate.relevantProperty().set(rest.is(OWN_RATE));
        boolean plateau = shape.is("plateau");
        patience.relevantProperty().set(plateau);
        threshold.relevantProperty().set(plateau);
        watches.relevantProperty().set(plateau);
        every.relevantProperty().set(shape.is("step"));
        factor.relevantProperty().set(plateau || shape.is("step"));
        minimum.relevantProperty().set(plateau || shape.is("cosine"));
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
