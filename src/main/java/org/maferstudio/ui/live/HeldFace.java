package org.maferstudio.ui.live;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableBooleanValue;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceCrop;
import org.maferstudio.faces.FaceGeometry;
import org.maferstudio.image.RasterImage;
import org.maferstudio.live.LiveNetwork;
import org.maferstudio.live.LiveReading;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.explain.ExplainedFace;
import org.maferstudio.ui.explain.ExplanationViewModel;
import org.maferstudio.ui.explain.MapChoice;

/** Explains the selected face of a frame that stays, frozen or the last one; the maps go with the frame. */
final class HeldFace {
    /** As the strip of the live view, few pixels at the left. */
    private static final List<Resolution> RESOLUTIONS = LiveReading.Sweep.RESOLUTIONS.stream()
            .sorted(Comparator.reverseOrder())
            .toList();

    private final ExplanationViewModel explanation;
    private final ShownReadings readings;
    private final ObservableBooleanValue held;
    private List<LiveNetwork> networks = List.of();
    private List<Path> experiments = List.of();
    private Optional<Explained> explained = Optional.empty();

    /** What is explained: a face of a frame. */
    private record Explained(long frame, int face) {}

    /**
     * Over what is shown.
     *
     * @param held whether the shown frame stays
     */
    HeldFace(ExplanationViewModel explanation, ShownReadings readings, ObservableBooleanValue held) {
        this.explanation = explanation;
        this.readings = readings;
        this.held = held;
        held.addListener((property, old, now) -> update());
        readings.readingProperty().addListener((property, old, now) -> update());
        readings.faceProperty().addListener((property, old, now) -> update());
    }

    /** Explains other networks from now on, in the order of their experiments. */
    void begin(List<LiveNetwork> others, List<Path> folders) {
        networks = List.copyOf(others);
        experiments = List.copyOf(folders);
    }

    private void update() {
        LiveReading reading = readings.readingProperty().get();
        Optional<DetectedFace> face = Optional.ofNullable(reading)
                .filter(any -> held.get() && !networks.isEmpty())
                .flatMap(any -> any.face(readings.faceProperty().get()))
                .map(found -> found.face().face());
        if (face.isEmpty()) {
            if (explained.isPresent()) {
                explained = Optional.empty();
                explanation.choiceProperty().set(MapChoice.NONE);
                explanation.clear("");
            }
            return;
        }
        // A frame that stays is read again at each resolution of the slider; the maps are of all of them.
        Explained next = new Explained(
                reading.frame().number(),
                reading.face(readings.faceProperty().get()).orElseThrow().face().id());
        if (!explained.equals(Optional.of(next))) {
            explained = Optional.of(next);
            explain(reading.frame().image(), face.get());
        }
    }

    private void explain(RasterImage frame, DetectedFace face) {
        explanation.show(new ExplainedFace(
                IntStream.range(0, networks.size())
                        .mapToObj(i -> new ExplainedFace.Network(networks.get(i).name(), experiments.get(i)))
                        .toList(),
                new LabelSet(networks.get(0).contract().labels()),
                contract -> FaceCrop.cut(frame, face, FaceGeometry.of(contract), contract.resize()),
                RESOLUTIONS));
    }
}
