package org.maferstudio.ui.live;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceCrop;
import org.maferstudio.faces.FaceGeometry;
import org.maferstudio.image.RasterImage;
import org.maferstudio.live.LiveNetwork;
import org.maferstudio.live.LiveReading;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.explain.ExplainedFace;
import org.maferstudio.ui.explain.ExplanationViewModel;
import org.maferstudio.ui.explain.MapChoice;
import org.maferstudio.ui.workbench.PlacementRequest;

/**
 * The selected face of a frame that stays, frozen or the last one: it is explained, and can be placed into an embedding.
 * The maps go with the frame.
 */
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

    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper(this, "present");

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

    /** Whether there is a held face. */
    ReadOnlyBooleanProperty presentProperty() {
        return present.getReadOnlyProperty();
    }

    /** The held face as the dataset of each network would show it; empty if there is none. */
    Optional<PlacementRequest> placement() {
        return face().map(face -> new PlacementRequest(IntStream.range(0, networks.size())
                .mapToObj(i -> new PlacementRequest.Face(
                        experiments.get(i), networks.get(i).name(), cut(i, face)))
                .toList()));
    }

    private RasterImage cut(int network, DetectedFace face) {
        RasterImage frame = readings.readingProperty().get().frame().image();
        return FaceCrop.cut(frame, face, new InputPacker(networks.get(network).contract()));
    }

    private Optional<DetectedFace> face() {
        return Optional.ofNullable(readings.readingProperty().get())
                .filter(any -> held.get() && !networks.isEmpty())
                .flatMap(any -> any.face(readings.faceProperty().get()))
                .map(found -> found.face().face());
    }

    private void update() {
        LiveReading reading = readings.readingProperty().get();
        Optional<DetectedFace> face = face();
        present.set(face.isPresent());
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
