package org.maferstudio.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.PickleValue.Array;
import org.maferstudio.weights.PickleValue.Part;
import org.maferstudio.weights.PickleValue.Sequence;
import org.maferstudio.weights.PickleValue.Storage;
import org.maferstudio.weights.PickleValue.View;

/** Where the elements of a tensor lie in its storage. */
final class Strides {
    /** More dimensions than any tensor of a network has. */
    private static final int MOST_DIMENSIONS = 16;

    private Strides() {}

    /**
     * A tensor as a window on a storage.
     *
     * @throws IOException if it reaches outside, or has more elements than the storage
     */
    static View view(Part part, PickleValue offset, PickleValue shape, PickleValue strides) throws IOException {
        List<Long> sizes = numbers(shape);
        List<Long> steps = numbers(strides);
        long first = part.offset() + StorageTable.number(offset);
        if (sizes.size() != steps.size()) {
            throw new MalformedFile(Texts.of("weights.tensor.error.strides", sizes, steps));
        }
        long available = part.storage().elements();
        long elements = 1;
        long last = first;
        try {
            for (int i = 0; i < sizes.size(); i++) {
                elements = Math.multiplyExact(elements, sizes.get(i));
                last = Math.addExact(last, Math.multiplyExact(sizes.get(i) - 1, steps.get(i)));
            }
        } catch (ArithmeticException e) {
            throw new IOException("a tensor of shape " + sizes + " is larger than any file", e);
        }
        if (elements > available || (elements > 0 && last >= available)) {
            throw new MalformedFile(Texts.of("weights.tensor.error.outsideStorage", sizes, steps, first, available));
        }
        return new View(part.storage(), first, sizes, steps);
    }

    private static List<Long> numbers(PickleValue value) throws IOException {
        if (!(value instanceof Sequence sequence) || sequence.items().size() > MOST_DIMENSIONS) {
            throw new MalformedFile(Texts.of("weights.tensor.error.shape"));
        }
        List<Long> numbers = new ArrayList<>();
        for (PickleValue item : sequence.items()) {
            numbers.add(StorageTable.number(item));
        }
        return List.copyOf(numbers);
    }

    /** Whether the elements follow each other, the last dimension fastest, so that they need no copy. */
    static boolean inOrder(View view) {
        long expected = 1;
        for (int i = view.shape().size() - 1; i >= 0; i--) {
            if (view.shape().get(i) != 1 && view.strides().get(i) != expected) {
                return false;
            }
            expected *= view.shape().get(i);
        }
        return true;
    }

    /** The elements of an array in memory, one behind the other, the last dimension fastest. */
    static ByteBuffer elements(Array array) {
        ByteBuffer data = ByteBuffer.wrap(array.data().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        List<Long> steps = new ArrayList<>();
        long step = 1;
        for (long size : array.shape()) {
            steps.add(step);
            step *= size;
        }
        boolean asItIs = !array.columnsFirst() || array.elements() == 0;
        Storage whole = new Storage("", array.type(), array.elements());
        return asItIs ? data : elements(new View(whole, 0, array.shape(), List.copyOf(steps)), data);
    }

    /**
     * The elements one behind the other, the last dimension fastest.
     *
     * @param storage all bytes of the view's storage
     * @return a part of the storage where that is so there, otherwise a copy
     */
    static ByteBuffer elements(View view, ByteBuffer storage) {
        int bytes = view.storage().type().bytes();
        int length = Math.toIntExact(view.elements() * bytes);
        if (length == 0) {
            return ByteBuffer.allocate(0);
        }
        if (inOrder(view)) {
            return storage.slice(Math.toIntExact(view.offset() * bytes), length);
        }
        ByteBuffer copy = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        copy(view, 0, view.offset(), storage, copy);
        return copy.flip();
    }

    private static void copy(View view, int dimension, long from, ByteBuffer storage, ByteBuffer to) {
        int bytes = view.storage().type().bytes();
        if (dimension == view.shape().size()) {
            to.put(to.position(), storage, Math.toIntExact(from * bytes), bytes);
            to.position(to.position() + bytes);
            return;
        }
        for (long i = 0; i < view.shape().get(dimension); i++) {
            copy(view, dimension + 1, from + i * view.strides().get(dimension), storage, to);
        }
    }
}
