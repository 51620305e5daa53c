package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.AuthorsOptions;
import org.maferstudio.cli.options.CheckpointFiles;
import org.maferstudio.cli.options.DatasetOptions;
import org.maferstudio.cli.options.DeviceOptions;
import org.maferstudio.cli.options.FieldOptions;
import org.maferstudio.cli.options.PrefixOption;
import org.maferstudio.cli.options.RecipeOptions;
import org.maferstudio.cli.output.CheckpointReport;
import org.maferstudio.cli.output.Console;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.job.Problem;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.recipe.PaperModel;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.CheckpointEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates checkpoints of other programs, with the authors' options. */
@Command(
        name = "test",
        abbreviateSynopsis = true,
        description = {
            "Evaluate a checkpoint of the authors' scripts, or any weight file, on a dataset.",
            "For example: mafer test -bp BASE -ck CHECKPOINT -dn fer2013 -df DIR.",
            "If -ck is a folder with one checkpoint per fold, prints the mean and standard "
                    + "deviation. With --out, the results are saved as an experiment."
        })
final class TestCommand implements Callable<Integer> {
    /** Default batch size. */
    static final int BATCH = 64;

    private final Console console;

    @Mixin
    private DatasetOptions dataset;

    @Mixin
    private AuthorsOptions authors;

    @Mixin
    private final FieldOptions network = FieldOptions.of(
            "network.name",
            "network.base",
            "network.baseModel",
            "network.size",
            "network.resize",
            "network.colour",
            "network.mean",
            "network.scale",
            "network.std");

    @Mixin
    private PrefixOption prefix;

    @Mixin
    private DeviceOptions device;

    @Option(
            names = {"-bs", "--batch"},
            paramLabel = "N",
            defaultValue = "" + BATCH,
            description = "Batch size (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "SEED",
            defaultValue = "17",
            description = "Random seed of the folds (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--folds-by",
            paramLabel = "WHAT",
            description = "What is kept together in a fold: image, subject, video or group. With image, as in "
                    + "the authors' scripts, the same person can be in training and test (default: image).")
    private String foldsBy;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description = "Split to evaluate (default: test if the dataset has one, otherwise validation).")
    private String split;

    @Option(
            names = "--resolutions",
            paramLabel = "RESOLUTION",
            split = ",",
            defaultValue = Resolution.NATIVE_ID,
            description = "Resolutions: native, or numbers of pixels (default: ${DEFAULT-VALUE}).")
    private List<Resolution> resolutions;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "New folder for an experiment with the networks and their predictions (default: "
                    + "none). Same as -op.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path checkpoint = authors.checkpoint().orElseThrow(() -> Problem.input("No checkpoint given. Add -ck FILE."));
        List<Path> checkpoints = CheckpointFiles.of(checkpoint);
        Optional<NetworkFile> own = NetworkFile.describe(checkpoints.get(0));
        if (!authors.named() && own.isEmpty()) {
            throw Problem.input("The input of the network is not known. Name the dataset, for example -dn fer2013, "
                    + "rafdb or oulucasia.");
        }
        DatasetSource below = RecipeOptions.UNNAMED;
        DatasetSource source = dataset.source(below)
                .filter(said -> !said.paths().equals(below.paths()))
                .orElseThrow(() -> Problem.input("No dataset given. Add -df DIR."));
        CheckpointEvaluation.Request request = new CheckpointEvaluation.Request(
                recipe(checkpoint, own).on(authors.source(source, seed, console)),
                checkpoints,
                foldsBy == null ? Fold.By.IMAGE : Fold.By.of(foldsBy),
                Optional.ofNullable(split),
                resolutions.stream().distinct().toList(),
                batch,
                Optional.ofNullable(out).or(authors::output),
                new CheckpointEvaluation.Reading(
                        prefix.prefix(), own.map(file -> file.contract().labels())));
        CheckpointReport report = new CheckpointReport(console);
        return json ? report.json(request) : report.run(request);
    }

    /**
     * The recipe of the evaluation.
     *
     * @param own the checkpoint's metadata, which take precedence over the authors' defaults
     */
    private Recipe recipe(Path checkpoint, Optional<NetworkFile> own) {
        Map<String, Object> changes = network.values();
        Optional<PaperModel> model =
                Optional.ofNullable(changes.get("network.baseModel")).map(PaperModel.class::cast);
        Recipe usual = authors.startingRecipe(model).named(name(checkpoint));
        if (own.isPresent()) {
            console.message("Input settings are taken from the checkpoint; options override them.");
            usual = RecipeJson.change(
                    usual,
                    Map.of(
                            "network",
                            NetworkConfig.of(own.get().spec(), own.get().contract())));
        }
        Recipe changed = RecipeJson.change(usual, changes);
        boolean known = network.has("network.mean") || own.isPresent();
        Recipe recipe = known ? authors.tested(changed) : authors.testedWithUsualMean(changed);
        return recipe.with(device.applyTo(recipe.machine()));
    }

    /** The name of an experiment with a checkpoint. */
    static String name(Path checkpoint) {
        Path last = checkpoint.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "" : last.toString().replaceFirst("\\.\\w{1,12}$", "");
        return name.isBlank() ? "checkpoint" : name.substring(0, Math.min(80, name.length()));
    }
}
