package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;

class SeriesReaderTest {
    private static final int IMAGES = 20;

    @TempDir
    private Path folder;

    private final SeriesReader reader = new SeriesReader();

    private Series series() {
        return Series.create(folder.resolve("s"), Recipe.DEFAULT, new SeriesPlan(0, Fold.By.USUAL, List.of(1L, 2L)));
    }

    private List<Double> accuracies(Series series) {
        return reader.read(series).runs().stream()
                .map(run -> run.measures().get("accuracy"))
                .toList();
    }

    @Test
    void aRunWhoseFilesAreAsTheyWereIsNotReadAgain() throws IOException {
        Series series = series();
        FakeRuns.finishAll(series, IMAGES, run -> 0.5);
        assertEquals(List.of(0.5, 0.5), accuracies(series));
        Path file = series.folder(series.runs().get(0)).resolve("predictions/validation@native.csv");
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        // In the same place, as no writer does: only who reads the file can tell.
        Files.write(file, " ".repeat(bytes.length).getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(file, time);
        assertEquals(List.of(0.5, 0.5), accuracies(series));
    }

    @Test
    void whatWasWrittenSinceIsReadAgain() {
        Series series = series();
        FakeRuns.finishAll(series, IMAGES, run -> 0.5);
        accuracies(series);
        FakeRuns.finish(series, series.runs().get(1), IMAGES, 0.75);
        assertEquals(List.of(0.5, 0.75), accuracies(series));
    }

    @Test
    void aRunThatIsRecordedAsRunningIsAlwaysRead() {
        Series series = series();
        Experiment run = series.member(series.runs().get(0));
        run.update(manifest -> manifest.with(new ExperimentManifest.State(
                RunStatus.RUNNING, 1, 10, manifest.state().best(), "")));
        try (var lock = run.lock()) {
            assertTrue(Files.isDirectory(lock.folder()));
            assertEquals(RunStatus.RUNNING, reader.read(series).runs().get(0).status());
        }
        assertEquals(RunStatus.INTERRUPTED, reader.read(series).runs().get(0).status());
    }

    @Test
    void thePlanIsReadAgainWhenItWasExtended() {
        Series series = series();
        Path place = series.experiment().folder();
        Series read = reader.open(place).orElseThrow();
        assertSame(read, reader.open(place).orElseThrow());
        series.plus(List.of(), new SeriesPlan(0, Fold.By.USUAL, List.of(1L, 2L, 3L)), List.of());
        assertNotSame(read, reader.open(place).orElseThrow());
    }

    @Test
    void runsThatWereEvaluatedOnTestOnlyAreShownOnTest() {
        Series series = series();
        FakeRuns.finishAll(series, IMAGES, run -> 0.5);
        assertEquals("validation", reader.read(series).split());
        series.members().forEach(run -> {
            run.write(FakeRuns.predictions("test", IMAGES, 0.25, 1));
            run.predictionFiles().stream()
                    .filter(file -> file.getFileName().toString().startsWith("validation"))
                    .forEach(file -> assertTrue(file.toFile().delete()));
        });
        assertEquals(List.of(0.25, 0.25), accuracies(series));
        assertEquals("test", reader.read(series).split());
    }
}
