package org.maferstudio.ui.training.series;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.job.Problem;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.Sweep;
import org.maferstudio.series.SweepTarget;

/** One setting that a series varies, with its values as they are typed. */
public final class SweepRow {
    private final ObjectProperty<SweepTarget> target = new SimpleObjectProperty<>(this, "target");
    private final StringProperty values = new SimpleStringProperty(this, "values", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private Optional<Sweep> sweep = Optional.empty();

    SweepRow(SweepTarget target, String values) {
        this.target.set(target);
        this.values.set(values);
        check();
        this.target.addListener((property, old, now) -> check());
        this.values.addListener((property, old, now) -> check());
    }

    /** The values that a setting has in a series. */
    static SweepRow of(SeriesResults known, String id) {
        SweepTarget target = new SweepTarget(id);
        return new SweepRow(
                target,
                known.settings().stream()
                        .map(setting -> setting.varied().get(id))
                        .distinct()
                        .collect(Collectors.joining(target.separator() + " ")));
    }

    /** What varies. */
    public ObjectProperty<SweepTarget> targetProperty() {
        return target;
    }

    /** Its values, such as {@code 0.001, 0.003} or {@code log 1e-4..1e-2 x 5}. */
    public StringProperty valuesProperty() {
        return values;
    }

    /** What is wrong with the values; empty if nothing is, or none are typed. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** The setting with its values; empty while they are missing or wrong. */
    Optional<Sweep> sweep() {
        return sweep;
    }

    private void check() {
        sweep = Optional.empty();
        message.set("");
        if (target.get() != null && !values.get().isBlank()) {
            try {
                sweep = Optional.of(Sweep.parse(target.get(), values.get()));
            } catch (Problem e) {
                message.set(e.getMessage());
            }
        }
    }
}
