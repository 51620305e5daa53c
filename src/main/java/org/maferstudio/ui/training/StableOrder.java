package org.maferstudio.ui.training;

import java.util.ArrayList;
import java.util.List;

/** An order in which nothing moves while somebody is about to click it. */
final class StableOrder {
    private StableOrder() {}

    /**
     * The things that are shown in their places, those that have gone too, and behind them the new ones.
     *
     * @param shown from top to bottom
     * @param now what there is, in the order in which it will be shown later
     */
    static <T> List<T> of(List<T> shown, List<T> now) {
        List<T> steady = new ArrayList<>(shown);
        now.stream().filter(each -> !shown.contains(each)).forEach(steady::add);
        return List.copyOf(steady);
    }
}
