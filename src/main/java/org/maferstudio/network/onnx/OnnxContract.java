package org.maferstudio.network.onnx;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.maferstudio.network.OutputValue;
import org.maferstudio.network.input.InputContract;

/**
 * What an ONNX file does not say about a network, beside its {@link InputContract}: the order of the input's dimensions,
 * and which output is what. It is stated by whoever imports the network, and never guessed.
 *
 * @param layout order of the input's dimensions
 * @param outputs those that are used: one for the classes, at most one with features, any number with other values
 */
public record OnnxContract(Layout layout, List<Output> outputs) {
    /** The order of the input's dimensions. */
    public enum Layout {
        /** Channels before rows: PyTorch's. */
        NCHW,
        /** Channels last: that of Keras and TensorFlow. */
        NHWC;

        /** The name in files, such as {@code nchw}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What an output is. */
    public enum Role {
        /** One per class, before softmax. */
        LOGITS,
        /** One per class, 0 to 1, adding up to 1. */
        PROBABILITIES,
        /** The values before the classifier. */
        FEATURES,
        /** Numbers that are no classes, such as valence and arousal. */
        VALUES;

        /** The name in files, such as {@code logits}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An output of the network, or some of its columns.
     *
     * @param name in the file
     * @param role what it is
     * @param columns first column, and the one after the last; empty for all
     * @param values names of the values, one per column; empty for other roles
     * @param range the ends of the values' scale; empty for -1 to 1, and for other roles
     */
    public record Output(String name, Role role, List<Integer> columns, List<String> values, List<Double> range) {
        public Output {
            Objects.requireNonNull(name, "an output has a name");
            Objects.requireNonNull(role, "an output has a role");
            columns = columns == null ? List.of() : List.copyOf(columns);
            values = values == null ? List.of() : List.copyOf(values);
            range = range == null ? List.of() : List.copyOf(range);
            if (!columns.isEmpty() && (columns.size() != 2 || columns.get(0) < 0 || columns.get(0) >= columns.get(1))) {
                throw new IllegalArgumentException(
                        "columns are the first one and the one after the last, got " + columns);
            }
            if ((role == Role.VALUES) == values.isEmpty()) {
                throw new IllegalArgumentException(
                        "an output of values names them, and no other does, got " + name + ": " + values);
            }
            boolean ranged =
                    range.size() == 2 && range.get(0) < range.get(1) && Double.isFinite(range.get(1) - range.get(0));
            if (!range.isEmpty() && (role != Role.VALUES || !ranged)) {
                throw new IllegalArgumentException(
                        "only values have a range, from low to high, got " + name + ": " + range);
            }
            if (!values.stream().allMatch(value -> value.matches("[a-z][a-z0-9_]{0,31}"))) {
                throw new IllegalArgumentException(
                        "names of values are small letters, digits and underscores, got " + values);
            }
        }

        /** An output whose values, if it has any, go from -1 to 1. */
        public Output(String name, Role role, List<Integer> columns, List<String> values) {
            this(name, role, columns, values, List.of());
        }

        /** All columns of an output that holds no other values. */
        public static Output of(String name, Role role) {
            return new Output(name, role, List.of(), List.of());
        }

        private List<OutputValue> named() {
            return values.stream()
                    .map(value -> range.isEmpty()
                            ? OutputValue.of(value)
                            : new OutputValue(value, range.get(0), range.get(1)))
                    .toList();
        }
    }

    public OnnxContract {
        Objects.requireNonNull(layout, "the layout is missing");
        outputs = List.copyOf(outputs);
        long classes = outputs.stream()
                .filter(output -> output.role() == Role.LOGITS || output.role() == Role.PROBABILITIES)
                .count();
        long features = outputs.stream()
                .filter(output -> output.role() == Role.FEATURES)
                .count();
        if (classes != 1 || features > 1) {
            throw new IllegalArgumentException(
                    "one output has the logits or the probabilities, and at most one the features, got " + outputs);
        }
        List<String> names =
                outputs.stream().flatMap(output -> output.values().stream()).toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("names of values are all different, got " + names);
        }
    }

    /** The output for the classes. */
    public Output classes() {
        return outputs.stream()
                .filter(output -> output.role() == Role.LOGITS || output.role() == Role.PROBABILITIES)
                .findFirst()
                .orElseThrow();
    }

    /** The output with the features; empty if there is none. */
    public Optional<Output> features() {
        return outputs.stream().filter(output -> output.role() == Role.FEATURES).findFirst();
    }

    /** The values that are no classes, in order. */
    public List<OutputValue> values() {
        return outputs.stream().flatMap(output -> output.named().stream()).toList();
    }

    /** The names of {@link #values}. */
    public List<String> valueNames() {
        return values().stream().map(OutputValue::name).toList();
    }
}
