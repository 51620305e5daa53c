package org.maferstudio.ui.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
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
import org.maferstudio.analysis.FrameSelection;
import org.maferstudio.analysis.TableColumns;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.NumberInput;
import org.maferstudio.ui.workbench.NetworkChoice;

/** Which films are to be analysed, by which networks, and how. */
public final class AnalysisForm {
    private static final int MOST_LEFT_OUT = 100_000;

    private final ObservableList<Path> films = FXCollections.observableArrayList();
    private final ObservableList<NetworkChoice> networks = FXCollections.observableArrayList();
    private final ObservableList<NetworkChoice> seconds = FXCollections.observableArrayList(NetworkChoice.NONE);
    private final ObjectProperty<NetworkChoice> first = new SimpleObjectProperty<>(this, "first");
    private final ObjectProperty<NetworkChoice> second = new SimpleObjectProperty<>(this, "second", NetworkChoice.NONE);
    private final NumberInput every = NumberInput.whole(1, MOST_LEFT_OUT, 1);
    private final StringProperty from = new SimpleStringProperty(this, "from", "");
    private final StringProperty to = new SimpleStringProperty(this, "to", "");
    private final ObjectProperty<Path> folder = new SimpleObjectProperty<>(this, "folder");
    private final StringBinding fromMessage = Bindings.createStringBinding(() -> message(from.get()), from);
    private final StringBinding toMessage = Bindings.createStringBinding(this::messageOfEnd, from, to);
    private final BooleanBinding complete =
            Bindings.createBooleanBinding(this::complete, films, first, every.valueProperty(), fromMessage, toMessage);

    /** Writes into a folder, as long as no other is chosen. */
    AnalysisForm(Path folder) {
        this.folder.set(folder);
    }

    // Properties

    /** The films, in the order they are analysed in. */
    ObservableList<Path> films() {
        return films;
    }

    /** The networks there are. */
    ObservableList<NetworkChoice> networks() {
        return networks;
    }

    /** The same, and none. */
    ObservableList<NetworkChoice> seconds() {
        return seconds;
    }

    ObjectProperty<NetworkChoice> firstProperty() {
        return first;
    }

    ObjectProperty<NetworkChoice> secondProperty() {
        return second;
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

    /** Lists these networks; what was chosen stays chosen, otherwise the first two are. */
    void offer(List<NetworkChoice> offered) {
        NetworkChoice before = first.get();
        NetworkChoice beside = second.get();
        networks.setAll(offered);
        List<NetworkChoice> others = new ArrayList<>(offered);
        others.add(0, NetworkChoice.NONE);
        seconds.setAll(others);
        if (before == null || !offered.contains(before)) {
            first.set(offered.isEmpty() ? null : offered.get(0));
            second.set(offered.size() > 1 ? offered.get(1) : NetworkChoice.NONE);
        } else {
            first.set(before);
            second.set(others.contains(beside) ? beside : NetworkChoice.NONE);
        }
    }

    /** The folders of the chosen networks. */
    List<Path> experiments() {
        return Stream.of(first.get(), second.get())
                .filter(choice -> choice != null && choice.folder() != null)
                .map(NetworkChoice::folder)
                .distinct()
                .toList();
    }

    /** A request for each film; only if the form is complete. */
    List<AnalysisRequest> requests() {
        FrameSelection selection =
                new FrameSelection(every.getInt(), TimeText.read(from.get()).orElse(0), TimeText.read(to.get()));
        return films.stream()
                .map(film -> new AnalysisRequest(film, folder.get(), selection, TableColumns.PLAIN))
                .toList();
    }

    private boolean complete() {
        return !films.isEmpty()
                && first.get() != null
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
