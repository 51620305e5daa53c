package org.maferstudio.ui.results;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;

/** The selected cell of the matrix, and its samples among the predictions that are looked at. */
final class CellSamples {
    private final ObjectProperty<CellSelection> cell = new SimpleObjectProperty<>(this, "cell");
    private final ObservableList<Prediction> samples = FXCollections.observableArrayList();
    private Optional<Predictions> predictions = Optional.empty();

    CellSamples() {
        cell.addListener((property, old, now) -> list());
    }

    /** The selected cell; null for none. */
    ObjectProperty<CellSelection> cellProperty() {
        return cell;
    }

    /** Its samples, the surest first. */
    ObservableList<Prediction> samples() {
        return samples;
    }

    /** Looks at other predictions. */
    void lookAt(Optional<Predictions> others) {
        predictions = others;
        list();
    }

    private void list() {
        CellSelection now = cell.get();
        samples.setAll(
                now == null
                        ? List.of()
                        : predictions
                                .filter(all -> Math.max(now.truth(), now.predicted())
                                        < all.labels().size())
                                .map(now::samples)
                                .orElse(List.of()));
    }
}
