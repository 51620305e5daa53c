package org.maferstudio.ui.embedding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.expression.LabelSet;

/** The colours of all dots, and which of them are hidden. */
final class Dots {
    private final ObjectProperty<Colouring> by = new SimpleObjectProperty<>(this, "by", ColourBy.LABEL);
    private final ReadOnlyObjectWrapper<Legend> legend =
            new ReadOnlyObjectWrapper<>(this, "legend", new Legend(ColourBy.LABEL, List.of()));
    private final ReadOnlyObjectWrapper<Set<String>> hidden = new ReadOnlyObjectWrapper<>(this, "hidden", Set.of());
    private List<Panel> panels = List.of();

    Dots() {
        by.addListener((property, old, now) -> {
            hidden.set(Set.of());
            setPanels(panels);
        });
    }

    /** What the colours show. */
    ObjectProperty<Colouring> byProperty() {
        return by;
    }

    /** The colours and what they mean. */
    ReadOnlyObjectProperty<Legend> legendProperty() {
        return legend.getReadOnlyProperty();
    }

    /** The keys of the legend whose dots are hidden. */
    ReadOnlyObjectProperty<Set<String>> hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    /** Whether a dot is shown. */
    boolean shows(EmbeddingRow row) {
        return !hidden.get().contains(by.get().key(row));
    }

    /** Hides the dots of an entry, or shows them again. */
    void toggle(String key) {
        Set<String> now = new HashSet<>(hidden.get());
        if (!now.remove(key)) {
            now.add(key);
        }
        hidden.set(Set.copyOf(now));
    }

    /** Creates the legend of the shown dots. */
    void setPanels(List<Panel> shown) {
        panels = List.copyOf(shown);
        List<List<EmbeddingRow>> rows = new ArrayList<>();
        LabelSet labels = null;
        for (Panel panel : panels) {
            Panel.Cloud cloud = panel.cloudProperty().get();
            if (cloud != null) {
                labels = labels == null ? cloud.labels() : labels;
                rows.add(cloud.rows());
            }
        }
        legend.set(labels == null ? new Legend(by.get(), List.of()) : Legend.of(by.get(), labels, rows));
    }
}
