package org.maferstudio.weights;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
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
sealed interface PickleValue {
    /** The values that exist once. */
    enum Constant implements PickleValue {
        NONE,
        TRUE,
        FALSE
    }

    /** A whole number. */
    record Whole(BigInteger value) implements PickleValue, Comparable<Whole> {
        @Override
        public int compareTo(Whole other) {
            return value.compareTo(other.value);
        }

        static Whole of(long value) {
            return new Whole(BigInteger.valueOf(value));
        }
    }

    /** A real number. */
    record Real(double value) implements PickleValue, Comparable<Real> {
        @Override
        public int compareTo(Real other) {
            return Double.compare(value, other.value);
        }
    }

    /** A text; of bytes, each is one of the first 256 characters. */
    record Text(String value) implements PickleValue, Comparable<Text> {
        @Override
        public int compareTo(Text other) {
            return value.compareTo(other.value);
        }

        /** The bytes that it stands for; a character beyond the first 256 becomes a question mark. */
        byte[] bytes() {
            return value.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** A class or function by its name; nothing is behind it. */
    record Name(String module, String name) implements PickleValue, Comparable<Name> {
        String full() {
            return module + "." + name;
        }

        @Override
        public int compareTo(Name other) {
            return full().compareTo(other.full());
        }
    }

    /** A list, a tuple or a set. */
    final class Sequence implements PickleValue {
        private final List<PickleValue> items;

        Sequence(List<PickleValue> items) {
            this.items = new ArrayList<>(items);
        }

        /** The items in order; the machine adds to them. */
        List<PickleValue> items() {
            return items;
        }

        /** The item at a place; none where there is no such place. */
        PickleValue item(int index) {
            return index < items.size() ? items.get(index) : Constant.NONE;
        }
    }

    /** A dictionary, ordered or not. */
    final class Mapping implements PickleValue {
        private final Map<PickleValue, PickleValue> entries = new LinkedHashMap<>();

        /** Keys and values in order; the machine adds to them. */
        Map<PickleValue, PickleValue> entries() {
            return entries;
        }

        /** The value under a text; none where there is none. */
        PickleValue get(String key) {
            return entries.getOrDefault(new Text(key), Constant.NONE);
        }
    }

    /** An object of any class, or what a function would have returned: its description in the pickle, and nothing more. */
    final class Instance implements PickleValue {
        private final Name type;
        private final Sequence arguments;
        private final Sequence items = new Sequence(List.of());
        private final Mapping entries = new Mapping();
        private PickleValue state = Constant.NONE;

        Instance(Name type, Sequence arguments) {
            this.type = type;
            this.arguments = arguments;
        }

        /** Its class, or the function that would have made it. */
        Name type() {
            return type;
        }

        /** What its class or function would have been called with. */
        Sequence arguments() {
            return arguments;
        }

        /** What it holds where it is a kind of list. */
        Sequence items() {
            return items;
        }

        /** What it holds where it is a kind of dictionary. */
        Mapping entries() {
            return entries;
        }

        /** Its state as the pickle gives it: mostly a dictionary of its fields. */
        PickleValue state() {
            return state;
        }

        /** Gives it a state; shared, not copied, as a hostile file may give one state to very many objects. */
        void setState(PickleValue state) {
            this.state = state;
        }

        /** Its fields by name; empty if its state is no dictionary. */
        Mapping fields() {
            PickleValue fields = state instanceof Sequence both ? both.item(0) : state;
            return fields instanceof Mapping mapping ? mapping : new Mapping();
        }
    }

    /** Numbers in memory or in the file: what a weight can be. Equal to themselves only. */
    sealed interface Numbers extends PickleValue permits View, Array {
        ElementType type();

        /** The sizes of the dimensions; each is 0 or more, and their product no more than the numbers behind it. */
        List<Long> shape();

        /** How many elements it has. */
        default long elements() {
            return shape().stream().reduce(1L, (a, b) -> a * b);
        }
    }

    /**
     * A block of numbers somewhere in the file.
     *
     * @param key its name in the file
     * @param elements its stated number of elements
     */
    record Storage(String key, ElementType type, long elements) implements PickleValue {
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
    record Part(Storage storage, long offset) implements PickleValue {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * A tensor: a window on a storage, see {@link Strides}, which checks that it lies inside.
     *
     * @param offset of the first number, in numbers
     * @param shape the sizes of the dimensions
     * @param strides how many numbers the next element of a dimension is away
     */
    record View(Storage storage, long offset, List<Long> shape, List<Long> strides) implements Numbers {
        @Override
        public ElementType type() {
            return storage.type();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * An array of NumPy, whose numbers stand in the pickle itself; see {@link NumpyArrays}.
     *
     * @param columnsFirst whether the first dimension is the fastest, as in Fortran
     * @param data little-endian numbers, as many as the shape has
     */
    record Array(ElementType type, List<Long> shape, boolean columnsFirst, Text data) implements Numbers {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
