package org.maferstudio.weights;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.maferstudio.texts.Texts;

/** The stack of a pickle; nothing is taken from below the last mark. */
final class PickleStack {
    private final List<PickleValue> values = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();

    void push(PickleValue value) {
        values.add(value);
    }

    /** Remembers where the stack ends now. */
    void mark() {
        marks.push(values.size());
    }

    /** The topmost value, which stays. */
    PickleValue peek() throws IOException {
        check(1);
        return values.get(values.size() - 1);
    }

    /** Takes the topmost value away. */
    PickleValue pop() throws IOException {
        return pop(1).get(0);
    }

    /** Takes the topmost values away; the deepest of them comes first. */
    List<PickleValue> pop(int count) throws IOException {
        check(count);
        List<PickleValue> top = values.subList(values.size() - count, values.size());
        List<PickleValue> taken = List.copyOf(top);
        top.clear();
        return taken;
    }

    /** Takes all away that came after the last mark, and the mark. */
    List<PickleValue> popToMark() throws IOException {
        if (marks.isEmpty()) {
            throw new MalformedFile(Texts.of("weights.pickle.error.noMark"));
        }
        List<PickleValue> taken = pop(values.size() - marks.peek());
        marks.pop();
        return taken;
    }

    private void check(int count) throws IOException {
        int bottom = marks.isEmpty() ? 0 : marks.peek();
        if (values.size() - bottom < count) {
            throw new MalformedFile(Texts.of("weights.pickle.error.stack"));
        }
    }
}
