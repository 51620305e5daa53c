package org.maferstudio.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.weights.PickleValue.Array;
import org.maferstudio.weights.PickleValue.Constant;
import org.maferstudio.weights.PickleValue.Instance;
import org.maferstudio.weights.PickleValue.Sequence;
import org.maferstudio.weights.PickleValue.Text;
import org.maferstudio.weights.PickleValue.Whole;

/** Recognises NumPy's arrays among the objects of a pickle, and its names of number types. */
final class NumpyArrays {
    private static final Pattern TYPE = Pattern.compile("([<>=|]?)([fiub])([1248])");

    /** More dimensions than any tensor of a network has. */
    private static final int MOST_DIMENSIONS = 16;

    private NumpyArrays() {}

    /** The array that an object is; empty if it is none, or one of what are no plain little-endian numbers. */
    static Optional<Array> of(Instance object) {
        String type = object.type().full();
        if (type.endsWith("multiarray._reconstruct") && object.state() instanceof Sequence state) {
            // (version, shape, type, whether columns come first, data)
            return array(state.item(1), type(state.item(2)), state.item(3) == Constant.TRUE, state.item(4));
        }
        if (type.endsWith("numeric._frombuffer")) {
            Sequence given = object.arguments();
            boolean columnsFirst =
                    given.item(3) instanceof Text order && order.value().equals("F");
            return array(given.item(2), type(given.item(1)), columnsFirst, given.item(0));
        }
        return Optional.empty();
    }

    /** What an array of objects holds; empty for any other object. */
    static List<PickleValue> objects(Instance object) {
        boolean array = object.type().full().endsWith("multiarray._reconstruct");
        return array && object.state() instanceof Sequence state && state.item(4) instanceof Sequence items
                ? items.items()
                : List.of();
    }

    /** The type of a name such as {@code <f4}; empty for what is no plain little-endian number. */
    static Optional<ElementType> type(String name) {
        Matcher matcher = TYPE.matcher(name);
        if (!matcher.matches() || matcher.group(1).equals(">")) {
            return Optional.empty();
        }
        int bits = 8 * Integer.parseInt(matcher.group(3));
        return switch (matcher.group(2)) {
            case "f" -> ElementType.of("F" + bits);
            case "i" -> ElementType.of("I" + bits);
            case "u" -> ElementType.of("U" + bits);
            default -> bits == 8 ? Optional.of(ElementType.BOOL) : Optional.empty();
        };
    }

    /** The type that {@code numpy.dtype(name, ...)} is, whose state says the byte order. */
    private static Optional<ElementType> type(PickleValue dtype) {
        if (!(dtype instanceof Instance object)
                || !object.type().full().equals("numpy.dtype")
                || !(object.arguments().item(0) instanceof Text name)) {
            return Optional.empty();
        }
        boolean bigEndian = object.state() instanceof Sequence state
                && state.item(1) instanceof Text order
                && order.value().equals(">");
        return bigEndian ? Optional.empty() : type(name.value());
    }

    private static Optional<Array> array(
            PickleValue shape, Optional<ElementType> type, boolean columnsFirst, PickleValue data) {
        if (type.isEmpty() || !(data instanceof Text text) || !(shape instanceof Sequence sizes)) {
            return Optional.empty();
        }
        return shape(sizes)
                .filter(known -> bytes(known, type.get()) == text.value().length())
                .map(known -> new Array(type.get(), known, columnsFirst, text));
    }

    private static Optional<List<Long>> shape(Sequence sizes) {
        List<Long> shape = new ArrayList<>();
        for (PickleValue size : sizes.items()) {
            if (!(size instanceof Whole whole)
                    || whole.value().signum() < 0
                    || whole.value().bitLength() > 31
                    || shape.size() == MOST_DIMENSIONS) {
                return Optional.empty();
            }
            shape.add(whole.value().longValue());
        }
        return Optional.of(List.copyOf(shape));
    }

    /** The size of an array; -1 where no file is so large. */
    static long bytes(List<Long> shape, ElementType type) {
        long bytes = type.bytes();
        try {
            for (long size : shape) {
                bytes = Math.multiplyExact(bytes, size);
            }
            return bytes;
        } catch (ArithmeticException e) {
            return -1;
        }
    }
}
