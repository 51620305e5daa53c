package org.maferstudio.weights;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a pickle, as data without behaviour.
 *
 * <p>Scalars are equal by value. Containers are equal to themselves only: what a stranger has nested may be endless to
 * compare, or to print.
 */
sealed interface Pickled {
    /** The values that exist once. */
    enum Constant implements Pickled {
        NONE,
        TRUE,
        FALSE,
        /** Something that no weight depends on, such as the device a tensor was on. */
        ASIDE
    }

    /** A whole number. */
    record Whole(BigInteger value) implements Pickled {
        static Whole of(long value) {
            return new Whole(BigInteger.valueOf(value));
        }
    }

    /** A real number. */
    record Real(double value) implements Pickled {}

    /** A text, or the bytes of one. */
    record Text(String value) implements Pickled {}

    /** A class or function by its name; nothing is behind it. */
    record Name(String module, String name) implements Pickled {
        String full() {
            return module + "." + name;
        }
    }

    /** A list, a tuple or a set. */
    final class Sequence implements Pickled {
        private final List<Pickled> items;

        Sequence(List<Pickled> items) {
            this.items = new ArrayList<>(items);
        }

        /** The items in order; the machine adds to them. */
        List<Pickled> items() {
            return items;
        }

        /** The item at a place; none where there is no such place. */
        Pickled item(int index) {
            return index < items.size() ? items.get(index) : Constant.NONE;
        }
    }

    /** A dictionary, ordered or not. */
    final class Mapping implements Pickled {
        private final Map<Pickled, Pickled> entries = new LinkedHashMap<>();

        /** Keys and values in order; the machine adds to them. */
        Map<Pickled, Pickled> entries() {
            return entries;
        }

        /** The value under a text; none where there is none. */
        Pickled get(String key) {
            return entries.getOrDefault(new Text(key), Constant.NONE);
        }
    }

    /** An object of a class that is known to hold layers. */
    final class Instance implements Pickled {
        private final Name type;
        private final Mapping fields = new Mapping();

        Instance(Name type) {
            this.type = type;
        }

        Name type() {
            return type;
        }

        /** Its fields by name. */
        Mapping fields() {
            return fields;
        }
    }

    /**
     * A block of numbers somewhere in the file.
     *
     * @param key its name in the file
     * @param elements how many numbers it says it has
     */
    record Storage(String key, ElementType type, long elements) implements Pickled {
        /** Its size; {@link StorageTable} has seen that it is a number. */
        long bytes() {
            return elements * type.bytes();
        }
    }

    /**
     * A storage from some number on.
     *
     * @param offset in numbers
     */
    record Part(Storage storage, long offset) implements Pickled {}

    /**
     * A tensor: a window on a storage, see {@link Strides}, which checks that it lies inside.
     *
     * @param offset of the first number, in numbers
     * @param shape the sizes of the dimensions
     * @param strides how many numbers the next element of a dimension is away
     */
    record View(Storage storage, long offset, List<Long> shape, List<Long> strides) implements Pickled {}
}
