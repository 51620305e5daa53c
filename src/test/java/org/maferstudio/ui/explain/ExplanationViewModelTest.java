package org.maferstudio.ui.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.explain.AttributionMap;
import org.maferstudio.explain.Explanation;
import org.maferstudio.explain.ExplanationMethod;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.ExplanationFigure;
import org.maferstudio.schedule.Resolution;

class ExplanationViewModelTest {
    private static final LabelSet LABELS = LabelSet.fer2013();
    private static final RasterImage FACE = new RasterImage(48, 48, 1, new byte[48 * 48]);

    @TempDir
    private Path folder;

    /** What was asked for, in words. */
    private final List<String> asked = new ArrayList<>();

    private final FaceExplainer explainer = (face, network, method, label, progress) -> {
        asked.add(network.name() + " " + method.id() + " " + label.orElse("predicted"));
        if (network.name().equals("imported") && method == ExplanationMethod.GRAD_CAM) {
            throw Problem.input("It is an ONNX file.");
        }
        return face.resolutions().stream()
                .map(resolution -> new Explanation(
                        resolution,
                        FACE,
                        label.orElse("predicted"),
                        0.5,
                        1,
                        new AttributionMap(List.of(List.of(1.0)), 0, 0, 1, 1)))
                .toList();
    };

    private static ExplainedFace face(String... networks) {
        return new ExplainedFace(
                List.of(networks).stream()
                        .map(name -> new ExplainedFace.Network(name, Path.of(name)))
                        .toList(),
                LABELS,
                contract -> FACE,
                Resolution.parseAll("native, 8"));
    }

    @Test
    void nothingIsComputedUntilMapsAreChosen() {
        ExplanationViewModel model = new ExplanationViewModel(new DirectJobs(), explainer);
        model.show(face("a"));
        assertEquals(List.of(), asked);
        assertNull(model.figureProperty().get());
        model.choiceProperty().set(MapChoice.OCCLUSION);
        assertEquals(List.of("a occlusion predicted"), asked);
        ExplanationFigure figure = model.figureProperty().get();
        assertEquals(
                Resolution.parseAll("native, 8"),
                figure.rows().get(0).explanations().stream()
                        .map(Explanation::resolution)
                        .toList());
        model.choiceProperty().set(MapChoice.NONE);
        assertNull(model.figureProperty().get());
    }

    @Test
    void aClassIsExplainedInEachNetwork() {
        ExplanationViewModel model = new ExplanationViewModel(new DirectJobs(), explainer);
        model.show(face("a", "b"));
        assertEquals("Predicted class", model.title(model.classes().get(0)));
        assertEquals(LABELS.size() + 1, model.classes().size());
        model.choiceProperty().set(MapChoice.GRAD_CAM);
        asked.clear();
        model.labelProperty().set("fear");
        assertEquals(List.of("a grad-cam fear", "b grad-cam fear"), asked);
        assertEquals("Fear", model.title("fear"));
        assertEquals(2, model.figureProperty().get().rows().size());
    }

    @Test
    void theReasonIsShownForANetworkThatCannotBeExplainedAndTheOthersAre() {
        ExplanationViewModel model = new ExplanationViewModel(new DirectJobs(), explainer);
        model.show(face("imported", "own"));
        model.choiceProperty().set(MapChoice.GRAD_CAM);
        assertEquals("It is an ONNX file.", model.messageProperty().get());
        assertEquals("own", model.figureProperty().get().rows().get(0).title());
        model.choiceProperty().set(MapChoice.OCCLUSION);
        assertEquals("", model.messageProperty().get());
        assertEquals(2, model.figureProperty().get().rows().size());
    }

    @Test
    void anotherFaceCancelsTheMapsOfTheLastOne() {
        HeldJobs jobs = new HeldJobs();
        ExplanationViewModel model = new ExplanationViewModel(jobs, explainer);
        model.choiceProperty().set(MapChoice.OCCLUSION);
        model.show(face("a"));
        model.show(face("b"));
        assertTrue(model.busyProperty().get());
        assertTrue(jobs.listed().get(1).isStopRequested());
        jobs.releaseAll();
        assertEquals(List.of("b occlusion predicted"), asked);
        assertEquals("b", model.figureProperty().get().rows().get(0).title());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void withoutAFaceThereAreNoMaps() {
        ExplanationViewModel model = new ExplanationViewModel(new DirectJobs(), explainer);
        model.choiceProperty().set(MapChoice.OCCLUSION);
        model.show(face("a"));
        model.clear("The image is not available.");
        assertNull(model.figureProperty().get());
        assertEquals("The image is not available.", model.messageProperty().get());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void anExperimentWithoutANetworkIsRefusedInASentence() {
        Experiment experiment = Experiment.create(folder.resolve("a"), Recipe.DEFAULT.named("a"));
        ExplanationViewModel model = new ExplanationViewModel(new DirectJobs(), FaceExplainer.ENGINE);
        model.choiceProperty().set(MapChoice.OCCLUSION);
        model.show(new ExplainedFace(
                List.of(new ExplainedFace.Network("a", experiment.folder())),
                LABELS,
                contract -> FACE,
                List.of(Resolution.NATIVE)));
        assertEquals(
                "a has no network here, only its results, so its predictions cannot be explained.",
                model.messageProperty().get());
        assertNull(model.figureProperty().get());
    }
}
