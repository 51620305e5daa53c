package org.maferstudio.ui.live;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.live.LiveNetwork;
import org.maferstudio.live.LiveReading;
import org.maferstudio.live.LiveStatistics;
import org.maferstudio.ui.live.ownclasses.OwnClassesViewModel;

/** The readings that the live view shows, in the networks' classes or in the user's own. */
final class ShownReadings {
    private final OwnClassesViewModel own;
    private final ObservableDoubleValue smoothing;
    private final BooleanSupplier held;
    private final ObservableList<NetworkColumn> columns = FXCollections.observableArrayList();
    private final ObjectProperty<LiveReading> reading = new SimpleObjectProperty<>(this, "reading");
    private final ObjectProperty<LiveReading.Sweep> sweep = new SimpleObjectProperty<>(this, "sweep");
    private final IntegerProperty face = new SimpleIntegerProperty(this, "face");
    private final ReadOnlyIntegerWrapper updates = new ReadOnlyIntegerWrapper(this, "updates");
    private List<LiveNetwork> networks = List.of();
    /** The last reading, and the last with a sweep, in the networks' own classes. */
    private Optional<LiveReading> last = Optional.empty();

    private Optional<LiveReading> swept = Optional.empty();
    private LiveStatistics statistics = new LiveStatistics();

    /**
     * Shows nothing yet.
     *
     * @param smoothing strength, 0 to 1
     * @param held whether the shown frame stays
     */
    ShownReadings(OwnClassesViewModel own, ObservableDoubleValue smoothing, BooleanSupplier held) {
        this.own = own;
        this.smoothing = smoothing;
        this.held = held;
        own.changesProperty().addListener(property -> showClasses());
    }

    /** Forgets all readings; the next ones are of other networks. */
    void begin(List<LiveNetwork> others) {
        networks = List.copyOf(others);
        reading.set(null);
        sweep.set(null);
        statistics = new LiveStatistics();
        last = Optional.empty();
        swept = Optional.empty();
        columns.setAll(newColumns());
    }

    /** In the user's own classes, if they are trained and shown. */
    private List<NetworkColumn> newColumns() {
        Optional<LabelSet> labels = own.labels(networks.size());
        if (labels.isEmpty()) {
            return networks.stream().map(NetworkColumn::new).toList();
        }
        return IntStream.range(0, networks.size())
                .mapToObj(i -> new NetworkColumn(networks.get(i), labels.get(), own.accuracy(i)))
                .toList();
    }

    /** Shows the last frame in other classes, without another inference. */
    private void showClasses() {
        if (networks.isEmpty()) {
            return;
        }
        columns.setAll(newColumns());
        sweep.set(swept.flatMap(read -> own.read(read).sweep()).orElse(null));
        last.map(own::read).ifPresent(shown -> {
            replace(shown);
            reading.set(shown);
        });
        publish();
    }

    /** Shows a reading; one of a frame that stays replaces the one before. */
    void show(LiveReading raw) {
        LiveReading next = own.read(raw);
        last = Optional.of(raw);
        if (raw.sweep().isPresent() || raw.faces().isEmpty()) {
            swept = last;
        }
        LiveReading before = reading.get();
        boolean again = before != null && before.isSameFrame(next);
        if (!again) {
            statistics.add(next);
            own.collect(raw, raw.face(face.get()));
        }
        if (again || held.getAsBoolean()) {
            replace(next);
        } else {
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).addReading(next.face(face.get()), i, seconds(next), smoothing.get());
            }
        }
        next.sweep().ifPresent(sweep::set);
        if (next.faces().isEmpty()) {
            sweep.set(null);
        }
        reading.set(next);
        publish();
    }

    /** What is shown of a frame that stays is its own: without smoothing, and of the selected face. */
    void showHeld() {
        if (reading.get() != null && held.getAsBoolean()) {
            replace(reading.get());
            publish();
        }
    }

    private void replace(LiveReading next) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).replaceReading(next.face(face.get()), i, seconds(next));
        }
    }

    private void publish() {
        own.show(columns.stream().map(NetworkColumn::probabilities).toList());
        updates.set(updates.get() + 1);
    }

    private static double seconds(LiveReading reading) {
        return reading.frame().milliseconds() / 1000.0;
    }

    /** Statistics of the readings since the networks were opened. */
    LiveStatistics statistics() {
        return statistics;
    }

    /** One per network, in order. */
    ObservableList<NetworkColumn> columns() {
        return columns;
    }

    /** The latest frame and its readings; null before the first. */
    ObjectProperty<LiveReading> readingProperty() {
        return reading;
    }

    /** Counts the changes of the reading and of the columns. */
    ReadOnlyIntegerProperty updatesProperty() {
        return updates.getReadOnlyProperty();
    }

    /** The latest face at every resolution; null if there is none. */
    ObjectProperty<LiveReading.Sweep> sweepProperty() {
        return sweep;
    }

    /** The selected face; 0 for the largest. */
    IntegerProperty faceProperty() {
        return face;
    }
}
