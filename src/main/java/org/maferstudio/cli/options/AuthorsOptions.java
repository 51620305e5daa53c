package org.maferstudio.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.maferstudio.cli.output.Console;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.recipe.PaperDataset;
import org.maferstudio.recipe.PaperModel;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.recipe.RecipePreset;
import picocli.CommandLine.Option;

/**
 * The options of the authors' scripts that have no other name here, for training and evaluation. {@code -dn} sets the
 * authors' defaults for a dataset. Assumptions about what the scripts leave open are printed.
 */
public final class AuthorsOptions {
    /** Formats that do not identify a dataset. */
    private static final Set<String> ANONYMOUS =
            Set.of("class-folders", "csv", "fer2013-csv", "fer2013-folders", "yolo", "coco", "file-names");

    private static final String VGGFACE2 = "VGGFace2";
    private static final int OULU_FOLDS = 10;

    /** The readers' names of datasets that {@code -dn} accepts, in addition to those of the paper. */
    private static final Map<String, String> OTHERS = Map.of(
            "ferplus", "FERPlus",
            "affwild2", "Aff-Wild2",
            "vggface2", VGGFACE2,
            "affectnet", "AffectNet",
            "ck", "CK+",
            "ckplus", "CK+",
            "jaffe", "JAFFE");

    @Option(
            names = "-dn",
            paramLabel = "NAME",
            description = "The authors' name of the dataset: fer2013, rafdb or oulucasia; also ferplus, "
                    + "affwild2, affectnet, ckplus or jaffe; vggface2 for the first step. Sets the authors' "
                    + "defaults for that dataset.")
    private String name;

    @Option(
            names = "-nc",
            paramLabel = "N",
            description = "Expected number of classes. The command fails if the dataset has a different number.")
    private Integer classes;

    @Option(
            names = "-tc",
            paramLabel = "finetune|trl",
            description = "Training type. finetune: train all layers, the classifier with a higher learning "
                    + "rate. trl: train only the classifier; with -dn, also use VGGFace2's mean and batch "
                    + "statistics in batch norms (default with -dn: finetune).")
    private String training;

    @Option(
            names = "-ck",
            paramLabel = "FILE",
            description = "Checkpoint of the authors' scripts, or any other weight file. Training starts from "
                    + "it; a test evaluates it. A test also accepts a folder with one checkpoint per fold.")
    private Path checkpoint;

    @Option(names = "-op", paramLabel = "DIR", description = "Same as --out.")
    private Path output;

    /** The experiment's folder that these options name. */
    public Optional<Path> output() {
        return Optional.ofNullable(output);
    }

    public Optional<Path> checkpoint() {
        return Optional.ofNullable(checkpoint);
    }

    /** Whether a dataset was named, which sets the authors' defaults. */
    public boolean named() {
        return name != null;
    }

    /**
     * The initial recipe if no preset is given.
     *
     * @param said the paper's model of the initial weights; empty for the base model, or any checkpoint
     */
    public Recipe startingRecipe(Optional<PaperModel> said) {
        if (name == null) {
            return RecipePreset.COMPACT.recipe();
        }
        if (firstStep()) {
            return RecipePreset.CR.recipe();
        }
        PaperModel model = said.orElse(checkpoint == null ? PaperModel.BASE : PaperModel.OTHER);
        return paper().map(dataset -> dataset.finetuning(model))
                .orElseGet(() ->
                        RecipeJson.change(PaperDataset.RAFDB.finetuning(model), Map.of("network.mean", List.of())));
    }

    /** The default number of folds: ten for Oulu-CASIA, which has no splits. */
    public OptionalInt defaultFolds() {
        return paper().filter(dataset -> dataset == PaperDataset.OULUCASIA).isPresent()
                ? OptionalInt.of(OULU_FOLDS)
                : OptionalInt.empty();
    }

    /** Whether the classes are people, as in the method's first step. */
    private boolean firstStep() {
        return name != null && title().equals(VGGFACE2);
    }

    private Optional<PaperDataset> paper() {
        return name == null ? Optional.empty() : PaperDataset.titled(title());
    }

    private String title() {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        for (PaperDataset dataset : PaperDataset.values()) {
            if (dataset.id().equals(id)) {
                return dataset.title();
            }
        }
        return Optional.ofNullable(OTHERS.get(id))
                .orElseThrow(() -> Problem.input("Unknown dataset name for -dn: " + name
                        + ". Use fer2013, rafdb, oulucasia, ferplus, affwild2, affectnet, ckplus, jaffe or "
                        + "vggface2. For any other dataset, omit -dn and choose a --preset."));
    }

    /** Applies {@code -tc} and {@code -ck} to a training recipe. */
    public Recipe trained(Recipe recipe, RecipeOptions options) {
        Map<String, Object> changes = new LinkedHashMap<>();
        if (checkpoint != null) {
            checkBase(recipe.network().base());
            changes.put("network.base", checkpoint.toAbsolutePath().normalize().toString());
        }
        if (training != null) {
            boolean alone = classifierAlone();
            if (alone && options.value("optimiser.restLearningRate").isPresent()) {
                throw Problem.input("-tc trl trains only the classifier, so -lrf has no effect. Remove one of the two "
                        + "options.");
            }
            if (alone || !options.value("optimiser.restLearningRate").isPresent()) {
                changes.put("optimiser.restLearningRate", alone ? 0.0 : 1e-4);
            }
            if (alone
                    && name != null
                    && !options.value("network.frozenBatchNorms").isPresent()) {
                changes.put("network.frozenBatchNorms", NetworkConfig.FrozenBatchNorms.BATCH.id());
            }
        }
        if (options.value("network.mean").isEmpty()) {
            changes.putAll(usualMean());
        }
        return RecipeJson.change(recipe, changes);
    }

    /**
     * The authors' scripts create the network of {@code -bp} before they load {@code -ck}. Here it is not needed, but a
     * missing file is still an error.
     */
    private static void checkBase(String base) {
        if (!base.isBlank() && !Files.exists(InputFile.of(Path.of(base)))) {
            throw Problem.input("The weight file " + base
                    + " given by -bp does not exist. Give an existing file, or omit -bp: all weights come "
                    + "from -ck.");
        }
    }

    /** A recipe of testing whose mean is known, checked. */
    public Recipe tested(Recipe recipe) {
        checkBase(recipe.network().base());
        checkTraining();
        return recipe;
    }

    /** A recipe of testing with the mean that {@code -tc} implies. */
    public Recipe testedWithUsualMean(Recipe recipe) {
        return RecipeJson.change(tested(recipe), usualMean());
    }

    private Map<String, Object> usualMean() {
        return name != null && training != null && classifierAlone()
                ? Map.of("network.mean", NetworkConfig.VGGFACE2_MEAN)
                : Map.of();
    }

    private boolean classifierAlone() {
        checkTraining();
        return training.equals("trl");
    }

    private void checkTraining() {
        if (training != null && !training.equals("finetune") && !training.equals("trl")) {
            throw Problem.input("-tc must be finetune or trl, got " + training + ".");
        }
    }

    /**
     * A source with what the authors do where a dataset says nothing, once the dataset has been looked at.
     *
     * @param seed of what is drawn
     * @throws Problem if the dataset is another one than {@code -dn} says, or has another number of classes than
     *     {@code -nc}
     */
    public DatasetSource source(DatasetSource source, long seed, Console console) {
        if (name == null && classes == null) {
            return source;
        }
        try (Dataset dataset = Datasets.open(source, console.progress("dataset"))) {
            check(dataset, console);
            if (name == null) {
                return source;
            }
            boolean incomplete = source.validShare() == 0
                    && dataset.splits().contains(Sample.TRAIN)
                    && !dataset.splits().contains(Sample.VALIDATION);
            return source.holdingOut(incomplete ? defaultShare(dataset) : source.validShare(), seed);
        }
    }

    /** The source for folds, which have their own validation split, except for Oulu-CASIA. */
    public DatasetSource inFolds(DatasetSource looked, DatasetSource given) {
        boolean usual =
                paper().filter(dataset -> dataset == PaperDataset.OULUCASIA).isPresent();
        return usual ? looked : looked.holdingOut(given.validShare(), looked.seed());
    }

    private double defaultShare(Dataset dataset) {
        return firstStep() ? AuthorsValidation.FIRST_STEP : AuthorsValidation.share(paper(), dataset);
    }

    private void check(Dataset dataset, Console console) {
        List<String> labels = dataset.labels().names();
        if (classes != null && classes != labels.size()) {
            throw Problem.input("-nc expects " + classes + " classes, but " + dataset.name() + " has " + labels.size()
                    + " (" + String.join(", ", labels)
                    + "). Omit -nc, or choose a dataset with that number of classes.");
        }
        if (name == null || dataset.name().equals(title())) {
            return;
        }
        boolean anonymous = ANONYMOUS.contains(dataset.format());
        if (!anonymous) {
            throw Problem.input("-dn names " + title() + ", but the dataset is " + dataset.name()
                    + ". Change -dn, or give the folder of " + title() + " with -df.");
        }
        console.message("Assumed: the dataset is " + title() + ", as given by -dn; its layout (" + dataset.format()
                + ") does not name the dataset.");
    }

    /** Prints the assumptions that the authors' scripts leave open. */
    public void reportAssumptions(Recipe recipe, RecipeOptions options, Console console) {
        if (name == null) {
            return;
        }
        if (!options.namesStart()) {
            reportDefaults(recipe, options, console);
        }
        if (recipe.dataset().validShare() > 0) {
            console.message("Held out for validation: "
                    + Math.round(100 * recipe.dataset().validShare()) + " % of each class of the training split.");
        }
    }

    /** Prints which settings are the authors', if the recipe started from theirs. */
    private void reportDefaults(Recipe recipe, RecipeOptions options, Console console) {
        NetworkConfig network = recipe.network();
        console.message("As in the authors' experiments on " + title() + ": "
                + recipe.optimiser().algorithm().id() + ", learning rates "
                + recipe.optimiser().learningRate() + " and "
                + recipe.optimiser().rest() + ", batches of "
                + recipe.course().batch() + " x " + recipe.course().accumulation() + ", mean "
                + (network.meanOfTrain()
                        ? "of the training split"
                        : network.mean().toString()) + ".");
        if (firstStep()) {
            console.message("First step: the network of -bp is also the teacher, and the student sees downsampled "
                    + "images. To train without a teacher, use --teacher none or --preset cr-simplified.");
        } else if (paper().isEmpty()) {
            console.message("Assumed: the transforms of RAF-DB and the mean of the training split, because the "
                    + "authors published no values for "
                    + title() + ".");
        }
        network.baseModel()
                .published()
                .filter(model -> options.value("network.baseModel").isEmpty() && checkpoint == null)
                .ifPresent(model -> console.message("Assumed: the weight file is the authors' model " + model
                        + "; use --base-model cr, cr-simplified, cr-affwild2 or other if it is not."));
        if (!options.value("course.epochs").isPresent()) {
            console.message("Assumed: " + recipe.course().epochs()
                    + " epochs (-e), because the authors did not publish their number.");
        }
        if (network.batchNormMomentum() == 0) {
            console.message("The running statistics of batch norms are not updated, as in the authors' baseline. "
                    + "For a fairer baseline, update them with --batch-norm-momentum 0.1.");
        }
    }
}
