package org.maferstudio.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One network or two that classify faces, chosen from those that are offered. */
public final class NetworkSelection {
    private final ObservableList<NetworkChoice> networks = FXCollections.observableArrayList();
    private final ObservableList<NetworkChoice> seconds = FXCollections.observableArrayList(NetworkChoice.NONE);
    private final ObjectProperty<NetworkChoice> first = new SimpleObjectProperty<>(this, "first");
    private final ObjectProperty<NetworkChoice> second = new SimpleObjectProperty<>(this, "second", NetworkChoice.NONE);

    /** The networks there are. */
    public ObservableList<NetworkChoice> networks() {
        return networks;
    }

    /** The same, and none. */
    public ObservableList<NetworkChoice> seconds() {
        return seconds;
    }

    /** The first network; null if none is chosen. */
    public ObjectProperty<NetworkChoice> firstProperty() {
        return first;
    }

    /** The network to compare with. */
    public ObjectProperty<NetworkChoice> secondProperty() {
        return second;
    }

    /** The folders of the chosen networks. */
    public List<Path> folders() {
        return Stream.of(first.get(), second.get())
                .filter(choice -> choice != null && choice.folder() != null)
                .map(NetworkChoice::folder)
                .distinct()
                .toList();
    }

    /**
     * Lists these networks; what was chosen stays chosen.
     *
     * @param suited of them, from which the first two are chosen if nothing was
     */
    public void offer(List<NetworkChoice> offered, List<NetworkChoice> suited) {
        NetworkChoice before = first.get();
        NetworkChoice beside = second.get();
        networks.setAll(offered);
        List<NetworkChoice> others = new ArrayList<>(offered);
        others.add(0, NetworkChoice.NONE);
        seconds.setAll(others);
        if (before == null || !offered.contains(before)) {
            chooseFirstOf(suited);
        } else {
            first.set(before);
            second.set(others.contains(beside) ? beside : NetworkChoice.NONE);
        }
    }

    /** Chooses the first two of a list. */
    public void chooseFirstOf(List<NetworkChoice> choices) {
        first.set(choices.isEmpty() ? null : choices.get(0));
        second.set(secondOf(choices));
    }

    /** Whether the first two of a list, which is not empty, are chosen. */
    public boolean isFirstOf(List<NetworkChoice> choices) {
        return choices.get(0).equals(first.get()) && secondOf(choices).equals(second.get());
    }

    private static NetworkChoice secondOf(List<NetworkChoice> choices) {
        return choices.size() > 1 ? choices.get(1) : NetworkChoice.NONE;
    }
}
