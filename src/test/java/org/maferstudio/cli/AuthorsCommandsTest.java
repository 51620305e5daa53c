package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.StopRequest;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.fixture.BarFaces;
import org.maferstudio.job.RunStatus;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.recipe.PaperModel;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.weights.Safetensors;

/** The authors' command lines, on small pictures and with the compact network. */
@Tag("engine")
class AuthorsCommandsTest {
    private static final List<String> SMALL =
            List.of("--network", "se-resnet-18", "--size", "16", "--resize", "18", "--device", "cpu", "--threads", "1");

    @TempDir
    private Path folder;

    private ByteArrayOutputStream out;
    private ByteArrayOutputStream err;
    private Path base;

    @BeforeEach
    void writeABase() {
        base = folder.resolve("base.safetensors");
        try (Network network = Network.create(
                NetworkSpec.seResNet18(3), 5, 99, ComputeEngine.load(1).device(DeviceChoice.CPU))) {
            Safetensors.write(base, network.weights());
        }
    }

    /** Runs a line with the small network added; words are parted by spaces, and a star stands for the next path. */
    private int run(String line, Path... paths) {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        Iterator<Path> next = List.of(paths).iterator();
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            words.add(word.equals("*") ? next.next().toString() : word);
        }
        words.addAll(SMALL);
        Console console = new Console(new PrintStream(out, true), new PrintStream(err, true), new StopRequest());
        return Mafer.commandLine(console, Mafer.commands(console)).execute(words.toArray(String[]::new));
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Path trained(Path data) {
        Path place = folder.resolve("out");
        assertEquals(
                ExitCode.DONE,
                run("train -tr -tt -bp * -dn rafdb -df * -nc 7 -e 1 -s 3 -lf 2 -op *", base, data, place),
                this::said);
        return place;
    }

    @Test
    void trainingIsTheAuthorsAndTestingTheCheckpointGivesTheSameAnswers() throws IOException {
        Path data = BarFaces.rafDb(folder.resolve("raf"), 20, 4);
        Path place = trained(data);
        Experiment experiment = Experiment.open(place);
        Recipe recipe = experiment.manifest().recipe();
        assertEquals(
                "adam 0.01 1.0E-4 1.0E-4 16 x 4, 2 validations, plateau 10 0.1 0.001, inverse-frequency",
                recipe.optimiser().algorithm().id() + " " + recipe.optimiser().learningRate() + " "
                        + recipe.optimiser().rest() + " " + recipe.optimiser().weightDecay() + " "
                        + recipe.course().batch() + " x " + recipe.course().accumulation() + ", "
                        + recipe.course().validationsPerEpoch() + " validations, "
                        + recipe.learningRate().shape().id() + " "
                        + recipe.learningRate().patience() + " "
                        + recipe.learningRate().factor() + " "
                        + recipe.learningRate().threshold() + ", "
                        + recipe.objective().classWeights().id());
        assertEquals(List.of(102.15835, 114.51117, 146.58075), recipe.network().mean());
        assertEquals(0, recipe.network().batchNormMomentum());
        assertEquals(PaperModel.BASE, recipe.network().baseModel());
        assertEquals(3, recipe.course().seed());
        assertEquals(3, recipe.dataset().seed());
        assertEquals(0.06, recipe.dataset().validShare(), 1e-12, "5 % of train and test, 20 and 4 a class");
        assertEquals(2, experiment.history().rows().size(), "two validations in the epoch");
        // 133 pictures make 9 batches of 16, and those 2 whole steps; the batch that is left over is dropped.
        assertTrue(said().contains(" of 2: training loss"), this::said);
        assertTrue(said().contains("Held out for validation: 6 % of each class"), this::said);
        assertFalse(said().contains("Assumed: 30 epochs"), "epochs were named");
        String answers = printed().get(printed().size() - 1);
        assertTrue(answers.contains("native: accuracy") && answers.contains("n 28"), answers);

        Path kept = folder.resolve("kept");
        assertEquals(
                ExitCode.DONE,
                run(
                        "test -bp * -ck * -dn rafdb -df * -bs 5 --out *",
                        base,
                        place.resolve("checkpoints/best.safetensors"),
                        data,
                        kept),
                this::said);
        assertEquals(List.of("Split test of RAF-DB, evaluated with best.safetensors", answers), printed());
        assertTrue(said().contains("outputs of the classifier are surprise, fear, disgust"), this::said);
        Experiment tested = Experiment.open(kept);
        assertEquals(called(experiment), called(tested));
        assertEquals(RunStatus.FINISHED, tested.manifest().state().status());
        assertEquals(1, tested.manifest().testEvaluations());
        assertEquals(
                experiment.manifest().dataset().counts().get("test"),
                tested.manifest().dataset().counts().get("test"));
    }

    /** What each picture of the test part was called. */
    private static List<String> called(Experiment experiment) {
        return experiment.predictions("test", Resolution.NATIVE).rows().stream()
                .map(row -> row.sample() + " " + row.label() + " " + row.predicted())
                .toList();
    }

    @Test
    void theInputIsMadeAsTheCheckpointSaysAndNotAsTheAuthorsDo() {
        Path data = BarFaces.rafDb(folder.resolve("raf"), 20, 4);
        Experiment trained = Experiment.open(trained(data));
        NetworkFile own = NetworkFile.read(trained.bestWeights());
        List<Double> mean = own.contract().mean();
        InputContract same = own.contract().withScale(2, List.of(2.0, 2.0, 2.0));
        Experiment doubled = tested(own, same, data, "doubled");
        assertEquals(2, doubled.manifest().input().orElseThrow().scale());
        assertEquals(mean, doubled.manifest().input().orElseThrow().mean());
        assertEquals(sure(trained), sure(doubled), "twice and half is once");
        InputContract darker = own.contract().withMean(List.of(1.0, 2.0, 3.0)).withScale(0.5, List.of());
        Experiment other = tested(own, darker, data, "darker");
        assertEquals(
                List.of(1.0, 2.0, 3.0), other.manifest().input().orElseThrow().mean());
        assertEquals(0.5, other.manifest().input().orElseThrow().scale());
        assertNotEquals(sure(trained), sure(other));
        assertTrue(said().contains("Input settings are taken from the checkpoint"), this::said);
    }

    private Experiment tested(NetworkFile own, InputContract contract, Path data, String name) {
        Path file = folder.resolve(name + ".safetensors");
        try (Network network = own.open(ComputeEngine.load(1).device(DeviceChoice.CPU))) {
            NetworkFile.of(network, contract).write(file);
        }
        Path kept = folder.resolve(name);
        assertEquals(ExitCode.DONE, run("test -ck * -dn rafdb -df * --out *", file, data, kept), this::said);
        return Experiment.open(kept);
    }

    /** How sure the network was of each picture of the test part. */
    private static List<Float> sure(Experiment experiment) {
        return experiment.predictions("test", Resolution.NATIVE).rows().stream()
                .map(Prediction::confidence)
                .toList();
    }

    @Test
    void anExperimentOfACheckpointIsEvaluatedLikeAnyOther() {
        Path data = BarFaces.rafDb(folder.resolve("raf"), 20, 4);
        Path best = trained(data).resolve("checkpoints/best.safetensors");
        Path kept = folder.resolve("kept");
        assertEquals(ExitCode.DONE, run("train -tt -ck * -dn rafdb -df * -op *", best, data, kept), this::said);
        assertFalse(Files.exists(kept.resolve("checkpoints/last.safetensors")), "nothing was trained");
        String answers = printed().get(1);
        out.reset();
        Console console = new Console(new PrintStream(out, true), new PrintStream(err, true), new StopRequest());
        assertEquals(
                ExitCode.DONE,
                Mafer.commandLine(console, Mafer.commands(console))
                        .execute("evaluate", kept.toString(), "--resolutions", "native,8"),
                this::said);
        assertEquals(answers, printed().get(1));
        assertTrue(said().contains("Test evaluations of this experiment: 2"), this::said);
    }

    @Test
    void tenFoldsAreAFolderOfCheckpointsEachTestedOnItsOwn() throws IOException {
        Path data = BarFaces.ouluCasia(folder.resolve("oulu"), 6);
        Path series = folder.resolve("series");
        assertEquals(
                ExitCode.DONE,
                run(
                        "train -tr -tt -bp * -dn oulucasia -df * -tc trl -e 1 -bs 6 -ba 1 --folds 3 --out *",
                        base,
                        data,
                        series),
                this::said);
        assertTrue(said().contains("Folds by image"), this::said);
        List<String> answers = printed().subList(printed().size() - 3, printed().size());
        Experiment ofThird = Experiment.open(series.resolve("fold-03"));
        ExperimentManifest third = ofThird.manifest();
        assertEquals(
                new Fold(3, 3, Fold.By.USUAL), third.recipe().dataset().fold().orElseThrow());
        assertEquals(0, third.recipe().optimiser().rest());
        assertEquals(
                NetworkConfig.FrozenBatchNorms.BATCH, third.recipe().network().frozenBatchNorms());
        assertEquals(0.15, third.recipe().dataset().validShare(), "of the training fold");
        assertEquals(1, ofThird.history().rows().size(), "one validation in the epoch");
        assertEquals(NetworkConfig.VGGFACE2_MEAN, third.recipe().network().mean());

        Path checkpoints = Files.createDirectories(folder.resolve("checkpoints"));
        List<String> names = List.of("fold_1.pth", "fold_2.pth", "fold_10.pth");
        for (int i = 0; i < names.size(); i++) {
            Files.copy(
                    series.resolve("fold-0" + (i + 1) + "/checkpoints/best.safetensors"),
                    checkpoints.resolve(names.get(i)));
        }
        Path kept = folder.resolve("kept");
        assertEquals(
                ExitCode.DONE,
                run("test -bp * -ck * -dn oulucasia -df * -tc trl -op *", base, checkpoints, data, kept),
                this::said);
        assertTrue(printed().get(3).startsWith("fold 3, fold_10.pth, native: accuracy"), printed()::toString);
        assertEquals(answers, printed().subList(4, 7));
        assertTrue(answers.get(0).contains("standard deviation of 3 trainings"), answers::toString);
        assertTrue(said().contains("The authors' folds are not known"), this::said);
        assertEquals(
                Files.readString(series.resolve("predictions/test@native.csv")),
                Files.readString(kept.resolve("predictions/test@native.csv")));
        assertEquals(
                RunStatus.FINISHED, Experiment.open(kept).manifest().state().status());
    }

    @Test
    void aPresetInAdditionToADatasetNamePrintsNoAuthorsDefaults() {
        Path data = BarFaces.rafDb(folder.resolve("raf"), 1, 1);
        String line = "train -tr -bp * -dn rafdb -df * -op *";
        assertEquals(ExitCode.USAGE, run(line, base, data, folder.resolve("out")), this::said);
        assertTrue(said().contains("As in the authors' experiments on RAF-DB"), this::said);
        assertEquals(ExitCode.USAGE, run(line + " --preset compact", base, data, folder.resolve("out")), this::said);
        assertFalse(said().contains("authors"), this::said);
        assertTrue(said().contains("Held out for validation: 10 %"), this::said);
        assertFalse(said().contains("test=validation"), this::said);
    }

    @Test
    void testingAfterTrainingEvaluatesEveryGivenResolution() {
        Path data = BarFaces.rafDb(folder.resolve("raf"), 20, 4);
        Path best = trained(data).resolve("checkpoints/best.safetensors");
        assertEquals(
                ExitCode.DONE, run("train -tt -ck * -dn rafdb -df * -bs 5 --evaluate-at 8,12", best, data), this::said);
        assertEquals(4, printed().size(), printed()::toString);
        assertTrue(printed().get(2).contains("8"), printed()::toString);
        assertTrue(printed().get(3).contains("12"), printed()::toString);
    }

    @Test
    void aCheckpointOfAnotherNetworkIsNamedAsThatInAShortSentence() {
        Path data = BarFaces.rafDb(folder.resolve("raf"), 1, 1);
        Path other = folder.resolve("other.safetensors");
        NetworkSpec deep = NetworkSpec.of("se-resnet-50", 3);
        try (Network network = Network.create(deep, 7, 99, ComputeEngine.load(1).device(DeviceChoice.CPU))) {
            Safetensors.write(other, network.weights());
        }
        assertEquals(ExitCode.USAGE, run("test -ck * -dn rafdb -df *", other, data), this::said);
        assertTrue(said().contains("does not contain the network se-resnet-18"), this::said);
        assertTrue(said().length() < 2000, this::said);
    }

    @Test
    void aTestPartAloneIsEnoughToTest() {
        Path data = BarFaces.rafDb(folder.resolve("raf"), 20, 4);
        Path best = trained(data).resolve("checkpoints/best.safetensors");
        Path alone = BarFaces.rafDb(folder.resolve("alone"), 0, 4);
        assertEquals(ExitCode.DONE, run("test -ck * -dn rafdb -df * --json", best, alone), this::said);
        assertTrue(printed().stream().anyMatch(line -> line.contains("\"n\": 28")), printed()::toString);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            train -tr -bp BASE -dn rafdb -df RAF -nc 8 -op OUT             | -nc expects 8 classes, but RAF-DB has 7 (
            train -tr -bp BASE -dn fer2013 -df RAF -op OUT                 | -dn names FER2013, but the dataset is RAF-DB
            train -tr -bp BASE -dn emotions -df RAF -op OUT                | Unknown dataset name for -dn: emotions
            train -tr -bp NOPE -ck BASE -dn rafdb -df RAF -op OUT          | given by -bp does not exist
            test -bp NOPE -ck BASE -dn rafdb -df RAF                       | given by -bp does not exist
            train -tr -dn rafdb -df RAF -op OUT                            | Give its weight file with -bp FILE
            train --preset paper-rafdb-cr --dataset RAF --valid-share 0.1 --out OUT | starts from the paper's model CR
            train -tr -bp BASE -dn rafdb -df RAF -tc trl -lrf 0.1 -op OUT  | -lrf has no effect
            train -tr -bp BASE -dn rafdb -df RAF -tc last -op OUT          | -tc must be finetune or trl
            train -tr -bp BASE -dn rafdb -df RAF                           | Add --out DIR
            train -tt -dn rafdb -df RAF                                    | Add -ck FILE
            train -tr -bp BASE -dn oulucasia -df OULU -op OUT              | The dataset has only 6 images for 10 folds
            test -ck BASE -dn rafdb -df RAF --out OUT                      | has no classifier for the 7 classes
            train -tr -bp BASE -dn rafdb -df RAF -op OUT                   | Holding out 10 % of each class of train yields no image
            train -tt -ck BASE -df RAF                                     | Name the dataset
            test -ck BASE -df RAF                                          | Name the dataset
            test -dn rafdb -df RAF                                         | Add -ck FILE
            test -ck BASE -dn rafdb                                        | Add -df DIR
            test -ck EMPTY -dn rafdb -df RAF                               | has 0 weight files
            """)
    void whatCannotBeIsRefusedInASentenceAndLeavesNothing(String line, String words) throws IOException {
        BarFaces.rafDb(folder.resolve("raf"), 1, 1);
        BarFaces.ouluCasia(folder.resolve("oulu"), 1);
        Files.createDirectory(folder.resolve("empty"));
        String filled = line.replace("BASE", base.toString())
                .replace("RAF", folder.resolve("raf").toString())
                .replace("OULU", folder.resolve("oulu").toString())
                .replace("EMPTY", folder.resolve("empty").toString())
                .replace("OUT", folder.resolve("out").toString());
        assertEquals(ExitCode.USAGE, run(filled), this::said);
        assertTrue(said().contains(words), this::said);
        assertFalse(Files.exists(folder.resolve("out")), "nothing is left");
    }
}
