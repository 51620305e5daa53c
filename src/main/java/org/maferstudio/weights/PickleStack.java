package org.maferstudio.weights;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.maferstudio.texts.Texts;

/** The stack of a pickle; nothing is taken from below the last mark. */
final class PickleStack {
    private final List<Pickled> values = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();

    void push(Pickled value) {
        values.add(value);
    }

    /** Remembers where the stack ends now. */
    void mark() {
        marks.push(values.size());
    }

    /** The topmost value, which stays. */
    Pickled peek() throws IOException {
        check(1);
        return values.get(values.size() - 1);
    }

    /** Takes the topmost value away. */
    Pickled pop() throws IOException {
        return pop(1).get(0);
    }

    /** Takes the topmost values away; the deepest of them comes first. */
    List<Pickled> pop(int count) throws IOException {
        check(count);
        List<Pickled> top = values.subList(values.size() - count, values.size());
        List<Pickled> taken = List.copyOf(top);
        top.clear();
        return taken;
    }

    /** Takes all away that came after the last mark, and the mark. */
    List<Pickled> popToMark() throws IOException {
        if (marks.isEmpty()) {
            throw new Malformed(Texts.of("weights.its-pickle-ends-what-it-has-not"));
        }
        List<Pickled> taken = pop(values.size() - marks.peek());
        marks.pop();
        return taken;
    }

    private void check(int count) throws IOException {
        int bottom = marks.isEmpty() ? 0 : marks.peek();
        if (values.size() - bottom < count) {
            throw new Malformed(Texts.of("weights.its-pickle-takes-what-is-not"));
        }
    }
}
