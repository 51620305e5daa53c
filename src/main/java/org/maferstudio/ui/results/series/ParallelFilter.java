package org.maferstudio.ui.results.series;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.maferstudio.report.figures.ParallelFigure;
import org.maferstudio.texts.Texts;

/** Which lines of parallel coordinates are shown: those that pass through the chosen parts of all axes. */
public final class ParallelFilter {
    private static final double NEAR = 1e-6;

    private final ReadOnlyObjectWrapper<ParallelFigure> figure = new ReadOnlyObjectWrapper<>(this, "figure");
    private final ObservableMap<Integer, Part> parts = FXCollections.observableHashMap();
    private final ReadOnlyIntegerWrapper axis = new ReadOnlyIntegerWrapper(this, "axis", 0);

    /**
     * A part of an axis.
     *
     * @param low its lower end, 0 at the bottom of the axis to 1 at the top
     * @param high its upper end, likewise
     */
    public record Part(double low, double high) {
        /** The part between two places, in any order. */
        static Part between(double one, double other) {
            return new Part(Math.min(one, other) - NEAR, Math.max(one, other) + NEAR);
        }

        boolean contains(double place) {
            return low <= place && place <= high;
        }
    }

    // Properties

    /** The figure with the filtered lines faded; null for none. */
    public ReadOnlyObjectProperty<ParallelFigure> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /** The chosen parts by axis, from 0; an axis without one shows all lines. Changed by the commands only. */
    public ObservableMap<Integer, Part> parts() {
        return FXCollections.unmodifiableObservableMap(parts);
    }

    /** The axis that the keyboard is on. */
    public ReadOnlyIntegerProperty axisProperty() {
        return axis.getReadOnlyProperty();
    }

    /** The number of lines that are shown. */
    public int shown() {
        return figure.get() == null
                ? 0
                : figure.get().lines().size() - figure.get().faded().size();
    }

    /** The keyboard's axis, the values that are chosen on it, and how many settings are left, for screen readers. */
    public String sentence() {
        ParallelFigure known = figure.get();
        if (known == null) {
            return "";
        }
        int at = axis.get();
        Part part = parts.get(at);
        if (part == null) {
            return Texts.of(
                    "results.series.parallel.all",
                    known.label(at),
                    shown(),
                    known.lines().size());
        }
        Set<String> values = new TreeSet<>();
        for (int line = 0; line < known.lines().size(); line++) {
            if (part.contains(known.place(at, line))) {
                values.add(known.value(at, line));
            }
        }
        return Texts.of(
                "results.series.parallel.chosen",
                known.label(at),
                String.join(", ", values),
                shown(),
                known.lines().size());
    }

    // Commands

    /** Shows a figure; the chosen parts stay if its axes are the same. */
    public void show(ParallelFigure next) {
        ParallelFigure before = figure.get();
        boolean same = before != null
                && next != null
                && before.axes().equals(next.axes())
                && before.measure().equals(next.measure());
        if (!same) {
            parts.clear();
            axis.set(0);
        }
        update(next);
    }

    /** Chooses a part of an axis, between two places from 0 to 1. */
    public void choose(int on, double one, double other) {
        axis.set(on);
        parts.put(on, Part.between(one, other));
        update(figure.get());
    }

    /** Shows all lines of an axis again. */
    public void clear(int on) {
        axis.set(on);
        parts.remove(on);
        update(figure.get());
    }

    /** Shows all lines again. */
    public void clear() {
        parts.clear();
        update(figure.get());
    }

    /** Moves the keyboard to the axis at the right, or at the left. */
    public void moveAxis(int step) {
        if (figure.get() != null) {
            axis.set(Math.max(0, Math.min(figure.get().axisCount() - 1, axis.get() + step)));
        }
    }

    /** Chooses the next value on the keyboard's axis, above or below; of none the lowest or the highest. */
    public void moveValue(int step) {
        if (figure.get() == null) {
            return;
        }
        List<Double> places = figure.get().places(axis.get());
        Part part = parts.get(axis.get());
        int now = step > 0 ? -1 : places.size();
        for (int i = 0; part != null && i < places.size(); i++) {
            if (part.contains(places.get(i))) {
                now = i;
                break;
            }
        }
        int next = Math.max(0, Math.min(places.size() - 1, now + step));
        choose(axis.get(), places.get(next), places.get(next));
    }

    private void update(ParallelFigure next) {
        if (next == null) {
            figure.set(null);
            return;
        }
        Set<Integer> faded = new TreeSet<>();
        for (int line = 0; line < next.lines().size(); line++) {
            int each = line;
            if (parts.entrySet().stream()
                    .anyMatch(part -> !part.getValue().contains(next.place(part.getKey(), each)))) {
                faded.add(line);
            }
        }
        ParallelFigure shown = next.fading(faded);
        if (!Objects.equals(figure.get(), shown)) {
            figure.set(shown);
        }
    }
}
