package org.maferstudio.film;

import java.util.List;
import org.maferstudio.expression.Expression;

/**
 * What the sample film shows in each frame: every person moves through the expressions, which change within a third of a
 * second and are then held. Heads sway a little, and eyes blink while an expression changes.
 */
final class FilmTimeline {
    static final int FRAMES_PER_SECOND = 30;

    private static final int HELD = 36;
    private static final int MOVED = 10;
    private static final int EACH = HELD + MOVED;

    private final List<PortraitPerson> persons;
    private final List<Expression> order;

    FilmTimeline(List<PortraitPerson> persons, List<Expression> order) {
        this.persons = List.copyOf(persons);
        this.order = List.copyOf(order);
    }

    /** The number of frames. */
    int frames() {
        return persons.size() * order.size() * EACH;
    }

    /** Whether an expression is held in this frame, not moved to or from. */
    boolean held(int frame) {
        return frame % EACH >= MOVED;
    }

    /** The expression that is held, or moved to. */
    Expression expression(int frame) {
        return order.get(frame / EACH % order.size());
    }

    PortraitPerson person(int frame) {
        return persons.get(frame / EACH / order.size());
    }

    /** The face, between two expressions while it moves. The first face of a person moves from rest. */
    PortraitFace face(int frame, PortraitFaces faces) {
        int turn = frame / EACH % order.size();
        PortraitFace now = faces.of(expression(frame));
        int step = frame % EACH;
        if (step >= MOVED) {
            return now;
        }
        PortraitFace before = turn == 0 ? PortraitFace.REST : faces.of(order.get(turn - 1));
        return before.blend(now, Portrait.smooth((step + 1.0) / (MOVED + 1))).blinking(lids(step));
    }

    /** How far the lids are closed in a blink: 0 to 1. */
    private static double lids(int step) {
        return Math.max(0, 1 - Math.abs(step - 3) / 3.0);
    }

    /** Place, pose and light of the head. */
    PortraitScene scene(int frame, int width, int height) {
        double t = frame / (double) FRAMES_PER_SECOND;
        return new PortraitScene(
                width / 2.0 + 22 * Math.sin(2 * Math.PI * t / 7.3),
                0.47 * height + 7 * Math.sin(2 * Math.PI * t / 4.9),
                0.27 * height * (1 + 0.03 * Math.sin(2 * Math.PI * t / 9.1)),
                6 * Math.sin(2 * Math.PI * t / 5.7),
                2 * Math.sin(2 * Math.PI * t / 4.3),
                2 * Math.sin(2 * Math.PI * t / 6.1),
                -40);
    }
}
