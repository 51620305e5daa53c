package org.maferstudio.ui.results.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Downsampling;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.explain.ExplainedFace;
import org.maferstudio.ui.explain.MapChoice;
import org.maferstudio.ui.results.selection.ResultsReader;
import org.maferstudio.ui.workbench.Workbench;

/** One sample at every resolution. */
class LargeSampleTest {
    @TempDir
    private Path folder;

    private final DirectJobs jobs = new DirectJobs();
    private Workspace workspace;
    private Experiment experiment;
    private SelectedSamples samples;
    private LargeSample large;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        experiment =
                Experiment.create(folder.resolve("a"), Recipe.DEFAULT.named("a").on(DatasetSource.of("drawn")));
        for (Resolution resolution : List.of(Resolution.NATIVE, Resolution.of(8), Resolution.of(512))) {
            experiment.write(predictions(resolution));
        }
        samples = new SelectedSamples(new Workbench(workspace), jobs);
        large = new LargeSample(samples, jobs);
        samples.update(new ResultsReader().readAll(List.of(experiment.folder()), Optional.empty()), Resolution.NATIVE);
        samples.choose(new WholeSelection());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void itIsSeenAsTheNetworkMetItAtEachResolution() {
        Prediction first = samples.samples().get(0);
        large.open(first);
        SampleDetails details = large.detailsProperty().get();
        assertEquals(first.sample(), details.sample());
        assertEquals(
                Resolution.parseAll("native, 512, 8"),
                details.looks().stream().map(SampleDetails.Look::resolution).toList());
        var whole = details.looks().get(0).image().orElseThrow();
        var low = details.looks().get(2).image().orElseThrow();
        assertEquals(Downsampling.downsample(whole, 8, Kernel.BILINEAR), low);
        assertTrue(details.looks().get(2).changed());
        assertFalse(details.looks().get(1).changed(), "512 px lower nothing");
        assertEquals(7, details.looks().get(0).probabilities().size());
        assertTrue(details.looks().get(0).correct());
        assertFalse(details.looks().get(2).correct());
    }

    @Test
    void oneStepsThroughTheSelectionAndStopsAtItsEnds() {
        large.open(samples.samples().get(0));
        large.step(-1);
        assertEquals(
                samples.samples().get(0).sample(), large.detailsProperty().get().sample());
        large.step(1);
        assertEquals(
                samples.samples().get(1).sample(), large.detailsProperty().get().sample());
        assertEquals("2 of " + samples.samples().size(), large.place());
        large.close();
        assertFalse(large.isOpen());
        assertTrue(samples.choice().isPresent(), "the selection stays");
    }

    @Test
    void anotherSelectionClosesIt() {
        large.open(samples.samples().get(0));
        samples.choose(ClassSelection.of(0));
        assertFalse(large.isOpen());
    }

    @Test
    void itsFaceIsExplainedAtEveryResolutionThatChangesIt() {
        List<ExplainedFace> asked = new ArrayList<>();
        LargeSample explained = new LargeSample(samples, jobs, (face, network, method, label, progress) -> {
            asked.add(face);
            return List.of();
        });
        explained.explanation().choiceProperty().set(MapChoice.OCCLUSION);
        explained.open(samples.samples().get(0));
        assertEquals(Resolution.parseAll("8, native"), asked.get(0).resolutions());
        assertEquals(
                List.of(new ExplainedFace.Network("a", experiment.folder())),
                asked.get(0).networks());
        explained.step(1);
        assertEquals(2, asked.size(), "the choice stays");
        explained.close();
        assertNull(explained.explanation().figureProperty().get());
    }

    /** All right at native, all called the next class below. */
    private static Predictions predictions(Resolution resolution) {
        try (Dataset dataset = Datasets.open(DatasetSource.of("drawn"), Progress.NONE)) {
            List<Prediction> rows = dataset.samples(Sample.TEST).stream()
                    .limit(20)
                    .map(sample -> {
                        int called = resolution.isNative() ? sample.label() : (sample.label() + 1) % 7;
                        float[] sure = new float[7];
                        sure[called] = 1;
                        return new Prediction(sample.id(), sample.group(), sample.label(), called, sure);
                    })
                    .toList();
            return new Predictions(dataset.labels(), Sample.TEST, resolution, rows);
        }
    }
}
