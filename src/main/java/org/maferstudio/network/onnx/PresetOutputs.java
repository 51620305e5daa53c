package org.maferstudio.network.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.maferstudio.network.onnx.OnnxContract.Layout;
import org.maferstudio.network.onnx.OnnxContract.Output;
import org.maferstudio.network.onnx.OnnxContract.Role;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.OnnxValue;
import org.maferstudio.onnx.OnnxValue.Dimension;

/**
 * What a public network gives, and which outputs of a file that is: decided by numbers of columns, and by names where
 * several have the same.
 *
 * @param layout order of the input's dimensions
 * @param role of the classes
 * @param labels the classes in order
 * @param values names of what it gives in addition, behind the classes or in outputs of their own
 */
record PresetOutputs(Layout layout, Role role, List<String> labels, List<String> values) {
    private static final List<String> FEATURES = List.of("feature", "embedding");

    /** The outputs of a file; empty if it remains open which one is what. */
    Optional<OnnxContract> of(OnnxFile file) {
        List<OnnxValue> usable = new ArrayList<>(file.outputs().stream()
                .filter(output -> output.type().isUsable())
                .toList());
        if (usable.size() == 1) {
            return Optional.of(new OnnxContract(layout, joined(usable.get(0).name())));
        }
        int all = labels.size() + values.size();
        Optional<OnnxValue> together = values.isEmpty() ? Optional.empty() : only(usable, all, roleNames());
        Optional<OnnxValue> classes = together.or(() -> only(usable, labels.size(), roleNames()));
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        usable.remove(classes.get());
        List<Output> outputs = new ArrayList<>();
        if (together.isPresent()) {
            outputs.addAll(joined(classes.get().name()));
        } else {
            outputs.add(Output.of(classes.get().name(), role));
            List<Output> others = others(usable);
            if (others.isEmpty() && !values.isEmpty()) {
                return Optional.empty();
            }
            outputs.addAll(others);
        }
        List<OnnxValue> features = usable.stream().filter(named(FEATURES)).toList();
        if (features.size() > 1) {
            return Optional.empty();
        }
        features.forEach(each -> outputs.add(Output.of(each.name(), Role.FEATURES)));
        return Optional.of(new OnnxContract(layout, outputs));
    }

    private List<String> roleNames() {
        return role == Role.LOGITS ? List.of("logit") : List.of("prob", "softmax");
    }

    /** One output that holds the classes and, behind them, the values. */
    private List<Output> joined(String output) {
        if (values.isEmpty()) {
            return List.of(Output.of(output, role));
        }
        int classes = labels.size();
        return List.of(
                new Output(output, role, List.of(0, classes), List.of()),
                new Output(output, Role.VALUES, List.of(classes, classes + values.size()), values));
    }

    /** The outputs of the values: one for all of them, or one for each; empty if they are not found. */
    private List<Output> others(List<OnnxValue> usable) {
        Optional<OnnxValue> one = values.isEmpty() ? Optional.empty() : only(usable, values.size(), values);
        if (one.isPresent()) {
            return List.of(new Output(one.get().name(), Role.VALUES, List.of(), values));
        }
        List<Output> each = new ArrayList<>();
        for (String value : values) {
            List<OnnxValue> found = usable.stream()
                    .filter(output -> columns(output) == 1)
                    .filter(named(List.of(value)))
                    .toList();
            if (found.size() != 1) {
                return List.of();
            }
            each.add(new Output(found.get(0).name(), Role.VALUES, List.of(), List.of(value)));
        }
        return each;
    }

    /** The only output with so many columns, or else the only one of them that is named by one of these words. */
    private static Optional<OnnxValue> only(List<OnnxValue> outputs, int columns, List<String> words) {
        List<OnnxValue> fitting =
                outputs.stream().filter(output -> columns(output) == columns).toList();
        List<OnnxValue> chosen = fitting.size() == 1
                ? fitting
                : fitting.stream().filter(named(words)).toList();
        return chosen.size() == 1 ? Optional.of(chosen.get(0)) : Optional.empty();
    }

    private static Predicate<OnnxValue> named(List<String> words) {
        return output -> words.stream().anyMatch(output.name().toLowerCase(Locale.ROOT)::contains);
    }

    /** The values of an image; -1 if the file does not declare how many. */
    private static long columns(OnnxValue output) {
        List<Dimension> image = output.shape().isEmpty()
                ? List.of()
                : output.shape().subList(1, output.shape().size());
        boolean declared = !image.isEmpty() && image.stream().noneMatch(Dimension::isDynamic);
        return declared ? image.stream().mapToLong(Dimension::size).reduce(1, (some, more) -> some * more) : -1;
    }
}
