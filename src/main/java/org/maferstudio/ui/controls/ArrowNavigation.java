package org.maferstudio.ui.controls;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Where an arrow key leads from one thing to the next in a plane.
 *
 * @param x of a thing, in px
 * @param y of a thing, in px
 */
public record ArrowNavigation<T>(ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
    /** Weight of the sideways distance relative to the distance ahead. */
    private static final double ASIDE = 3;

    /**
     * The nearest item in a direction, more than 1 px ahead; the sideways distance counts three times. Empty if there
     * is none.
     *
     * @param right 1, -1 for left, or 0
     * @param down 1, -1 for up, or 0
     */
    public Optional<T> next(T from, Stream<T> all, int right, int down) {
        return all.filter(to -> ahead(from, to, right, down) > 1)
                .min(Comparator.comparingDouble(to -> cost(from, to, right, down)));
    }

    private double ahead(T from, T to, int right, int down) {
        return right * (x.applyAsDouble(to) - x.applyAsDouble(from))
                + down * (y.applyAsDouble(to) - y.applyAsDouble(from));
    }

    private double cost(T from, T to, int right, int down) {
        return ahead(from, to, right, down) + ASIDE * Math.abs(ahead(from, to, down, right));
    }
}
