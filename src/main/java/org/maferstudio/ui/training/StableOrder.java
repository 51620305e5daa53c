package org.maferstudio.ui.training;

import java.util.ArrayList;
import java.util.List;

/** An order in which nothing moves while the user is about to click it. */
final class StableOrder {
    private StableOrder() {}

    /**
     * Returns the shown items in their places, including removed ones, followed by new ones.
     *
     * @param shown from top to bottom
     * @param now the current items, in their final order
     */
    static <T> List<T> of(List<T> shown, List<T> now) {
        List<T> steady = new ArrayList<>(shown);
        now.stream().filter(each -> !shown.contains(each)).forEach(steady::add);
        return List.copyOf(steady);
    }
}
