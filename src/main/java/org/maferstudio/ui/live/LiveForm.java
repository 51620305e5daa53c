package org.maferstudio.ui.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.workbench.LiveRequest;
import org.maferstudio.ui.workbench.NetworkChoice;
import org.maferstudio.ui.workbench.NetworkSelection;
import org.maferstudio.video.SourceName;

/** What is to be shown, and how. */
final class LiveForm {
    /** The places of the slider from left to right, in pixels: few pixels first, as in every figure; 0 is native. */
    static final List<Integer> RESOLUTIONS = List.of(8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 0);

    /** Those whose ticks have a name. */
    static final List<Integer> NAMED = List.of(8, 12, 16, 24, 32, 48);

    private static final int NATIVE = RESOLUTIONS.size() - 1;

    private final ObservableList<String> sources = FXCollections.observableArrayList(SourceName.SAMPLE.toString());
    private final StringProperty source = new SimpleStringProperty(this, "source", SourceName.SAMPLE.toString());
    private final NetworkSelection networks = new NetworkSelection();
    private final IntegerProperty place = new SimpleIntegerProperty(this, "place", NATIVE);
    private final DoubleProperty strength = new SimpleDoubleProperty(this, "strength", 0.3);
    private final BooleanProperty mirrored = new SimpleBooleanProperty(this, "mirrored");

    /** Networks are chosen for a source until the user chooses others. */
    LiveForm() {
        source.addListener((property, old, now) -> {
            if (isDrawn(old) != isDrawn(now)
                    && !folders().isEmpty()
                    && networks.isFirstOf(suited(networks.networks(), old))) {
                networks.chooseFirstOf(suited(networks.networks(), now));
            }
        });
    }

    /** The offered sources. */
    ObservableList<String> sources() {
        return sources;
    }

    /** Offers these sources; what was chosen or typed stays, which a list of choices would forget. */
    void offerSources(List<String> offered) {
        String kept = source.get();
        sources.setAll(offered);
        source.set(kept);
    }

    /** Applies the source and resolution that another pane requests, if any. */
    void apply(LiveRequest request) {
        if (request.source() != null) {
            source.set(request.source().toString());
        }
        request.resolution().ifPresent(this::downsampleTo);
    }

    /** Sets the resolution to the slider's nearest value. */
    void downsampleTo(int pixels) {
        int nearest = 0;
        for (int i = 1; i < NATIVE; i++) {
            if (Math.abs(RESOLUTIONS.get(i) - pixels) <= Math.abs(RESOLUTIONS.get(nearest) - pixels)) {
                nearest = i;
            }
        }
        place.set(nearest);
    }

    /** Sets the slider's nearest value to a resolution in pixels; empty for native. */
    void show(OptionalInt pixels) {
        pixels.ifPresentOrElse(this::downsampleTo, this::showNative);
    }

    /** Leaves faces as large as they are. */
    void showNative() {
        place.set(NATIVE);
    }

    /** Moves the slider by a number of steps; negative towards fewer pixels. */
    void step(int places) {
        place.set(Math.max(0, Math.min(NATIVE, place.get() + places)));
    }

    /** The source, as {@link org.maferstudio.video.SourceName} reads it. */
    StringProperty sourceProperty() {
        return source;
    }

    /** The networks there are. */
    ObservableList<NetworkChoice> networks() {
        return networks.networks();
    }

    /** The same, and none. */
    ObservableList<NetworkChoice> seconds() {
        return networks.seconds();
    }

    ObjectProperty<NetworkChoice> firstProperty() {
        return networks.firstProperty();
    }

    ObjectProperty<NetworkChoice> secondProperty() {
        return networks.secondProperty();
    }

    /** The slider's place among {@link #RESOLUTIONS}. */
    IntegerProperty placeProperty() {
        return place;
    }

    /** How much the probabilities are smoothed, 0 to 1. */
    DoubleProperty strengthProperty() {
        return strength;
    }

    /** Whether the frame is shown as in a mirror. */
    BooleanProperty mirroredProperty() {
        return mirrored;
    }

    /** In pixels; empty for native. */
    OptionalInt resolution() {
        int pixels = RESOLUTIONS.get(place.get());
        return pixels == 0 ? OptionalInt.empty() : OptionalInt.of(pixels);
    }

    /** The folders of the chosen networks. */
    List<Path> folders() {
        return networks.folders();
    }

    /** Lists these networks; what was chosen stays chosen, and what was not is filled with the first of them. */
    void offer(List<NetworkChoice> offered) {
        networks.offer(offered, suited(offered, source.get()));
    }

    /**
     * Those that were trained on what a source shows: on drawn faces, the oldest first, or on photographs; all if there
     * are none.
     */
    private static List<NetworkChoice> suited(List<NetworkChoice> offered, String source) {
        boolean drawn = isDrawn(source);
        List<NetworkChoice> suited = new ArrayList<>(
                offered.stream().filter(choice -> choice.drawn() == drawn).toList());
        if (drawn) {
            Collections.reverse(suited);
        }
        return suited.isEmpty() ? offered : suited;
    }

    private boolean showsSample() {
        return SourceName.SAMPLE.toString().equals(source.get());
    }

    private boolean showsDrawnFaces() {
        return isDrawn(source.get());
    }

    private static boolean isDrawn(String source) {
        return source != null && source.startsWith("drawn");
    }

    /** Says what the sample film is, or warns if networks trained on photographs would see drawn faces; else empty. */
    String hint() {
        if (showsSample()) {
            return Texts.of("live.form.note.sample");
        }
        boolean foreign = Stream.of(firstProperty().get(), secondProperty().get())
                .anyMatch(choice -> choice != null && choice.folder() != null && !choice.drawn());
        return showsDrawnFaces() && foreign ? Texts.of("live.form.warning.drawnFaces") : "";
    }

    /**
     * Chooses the networks of these experiments, as far as they are offered.
     *
     * @return what is wrong, if the first of them has none; else empty
     */
    String choose(List<Path> folders) {
        Optional<NetworkChoice> wanted = find(folders, 0);
        wanted.ifPresent(choice -> {
            firstProperty().set(choice);
            secondProperty()
                    .set(find(folders, 1)
                            .orElse(
                                    choice.equals(secondProperty().get())
                                            ? NetworkChoice.NONE
                                            : secondProperty().get()));
        });
        return wanted.isPresent() || folders.isEmpty()
                ? ""
                : Texts.of("live.form.error.noNetwork", folders.get(0).getFileName());
    }

    private Optional<NetworkChoice> find(List<Path> folders, int index) {
        return networks().stream()
                .filter(choice -> index < folders.size()
                        && choice.folder()
                                .toAbsolutePath()
                                .normalize()
                                .equals(folders.get(index).toAbsolutePath().normalize()))
                .findFirst();
    }
}
