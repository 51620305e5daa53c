package org.maferstudio.ui.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.analysis.AnalysisRequest;
import org.maferstudio.analysis.AnalysisResults;
import org.maferstudio.analysis.FrameSelection;
import org.maferstudio.analysis.TableColumns;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.NumberInput;
import org.maferstudio.ui.workbench.NetworkSelection;

/** Which films are to be analysed, by which networks, and how. */
public final class AnalysisForm {
    private static final int MOST_LEFT_OUT = 100_000;

    private final ObservableList<Path> films = FXCollections.observableArrayList();
    private final NetworkSelection networks = new NetworkSelection();
    private final NumberInput every = NumberInput.whole(1, MOST_LEFT_OUT, 1);
    private final StringProperty from = new SimpleStringProperty(this, "from", "");
    private final StringProperty to = new SimpleStringProperty(this, "to", "");
    private final ObjectProperty<Path> folder = new SimpleObjectProperty<>(this, "folder");
    private final StringBinding fromMessage = Bindings.createStringBinding(() -> message(from.get()), from);
    private final StringBinding toMessage = Bindings.createStringBinding(this::messageOfEnd, from, to);
    private final BooleanBinding complete = Bindings.createBooleanBinding(
            this::complete, films, networks.firstProperty(), every.valueProperty(), fromMessage, toMessage);

    /** Writes into a folder, as long as no other is chosen. */
    AnalysisForm(Path folder) {
        this.folder.set(folder);
    }

    // Properties

    /** The films, in the order they are analysed in. */
    ObservableList<Path> films() {
        return films;
    }

    /** The networks that classify the faces. */
    NetworkSelection networks() {
        return networks;
    }

    /** One of so many frames is analysed. */
    NumberInput every() {
        return every;
    }

    /** The time of the first frame, as {@link TimeText} reads it; empty for the beginning. */
    StringProperty fromProperty() {
        return from;
    }

    /** The time of the last frame, as {@link TimeText} reads it; empty for the end. */
    public StringProperty toProperty() {
        return to;
    }

    /** What is wrong with the first time; empty for nothing. */
    ObservableStringValue fromMessage() {
        return fromMessage;
    }

    /** What is wrong with the last time; empty for nothing. */
    ObservableStringValue toMessage() {
        return toMessage;
    }

    /** Where the results go. */
    ObjectProperty<Path> folderProperty() {
        return folder;
    }

    /** Whether the films can be analysed. */
    ObservableBooleanValue completeProperty() {
        return complete;
    }

    // Commands

    /** Adds films that are not yet there. */
    void add(List<Path> more) {
        more.stream()
                .map(film -> film.toAbsolutePath().normalize())
                .filter(film -> !films.contains(film))
                .forEach(films::add);
    }

    /**
     * A request for each film; only if the form is complete.
     *
     * @param queued whose results have their names
     */
    List<AnalysisRequest> requests(List<AnalysisRequest> queued) {
        AnalysisResults results = new AnalysisResults(folder.get());
        queued.forEach(results::reserve);
        FrameSelection selection =
                new FrameSelection(every.getInt(), TimeText.read(from.get()).orElse(0), TimeText.read(to.get()));
        return films.stream()
                .map(film -> results.request(film, selection, TableColumns.PLAIN))
                .toList();
    }

    private boolean complete() {
        return !films.isEmpty()
                && networks.firstProperty().get() != null
                && every.isValid()
                && fromMessage.get().isEmpty()
                && toMessage.get().isEmpty();
    }

    private static String message(String time) {
        return time.isBlank() || TimeText.read(time).isPresent() ? "" : Texts.of("analysis.form.error.time");
    }

    private String messageOfEnd() {
        OptionalDouble begin = TimeText.read(from.get());
        OptionalDouble end = TimeText.read(to.get());
        boolean backwards = end.isPresent() && end.getAsDouble() <= begin.orElse(0);
        return backwards ? Texts.of("analysis.form.error.end") : message(to.get());
    }
}
