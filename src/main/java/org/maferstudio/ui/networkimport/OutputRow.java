package org.maferstudio.ui.networkimport;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.maferstudio.network.onnx.OnnxContract.Output;
import org.maferstudio.network.onnx.OnnxContract.Role;

/** What an output of a network is, or a part of its columns. */
final class OutputRow {
    private final String name;
    private final ObjectProperty<OutputRole> role = new SimpleObjectProperty<>(this, "role");
    private final ParsedText<List<Integer>> columns = new ParsedText<>(Typed::columns);
    private final ParsedText<List<String>> values = new ParsedText<>(Typed::names);
    /** As a file states it; there is no field for it. */
    private List<Double> range = List.of();

    OutputRow(String name) {
        this.name = name;
    }

    /** The row of an output that is stated. */
    static OutputRow of(Output output) {
        OutputRow row = new OutputRow(output.name());
        row.role.set(OutputRole.of(output.role()));
        List<Integer> columns = output.columns();
        if (!columns.isEmpty()) {
            row.columns.textProperty().set(columns.get(0) + "-" + (columns.get(1) - 1));
        }
        row.values.textProperty().set(String.join(", ", output.values()));
        row.range = output.range();
        return row;
    }

    /** The name in the file. */
    String name() {
        return name;
    }

    /** What it is; null as long as that is not stated. */
    ObjectProperty<OutputRole> roleProperty() {
        return role;
    }

    /** First and last column; blank for all. */
    ParsedText<List<Integer>> columns() {
        return columns;
    }

    /** The names of values. */
    ParsedText<List<String>> values() {
        return values;
    }

    /** What the row's changes are seen by. */
    List<ObservableValue<?>> properties() {
        return List.of(role, columns.textProperty(), values.textProperty());
    }

    /** Whether everything is stated that the role needs. */
    boolean isComplete() {
        boolean named = role.get() != OutputRole.VALUES || values.value().isPresent();
        return role.get() != null
                && (role.get() == OutputRole.UNUSED
                        || (named && (columns.isBlank() || columns.value().isPresent())));
    }

    /** Whether it has the classes. */
    boolean hasClasses() {
        return role.get() == OutputRole.LOGITS || role.get() == OutputRole.PROBABILITIES;
    }

    /** The output, of a row that is complete; empty if it is not used. */
    Optional<Output> output() {
        return role.get()
                .role()
                .map(known -> new Output(
                        name,
                        known,
                        columns.value().orElse(List.of()),
                        known == Role.VALUES ? values.value().orElseThrow() : List.of(),
                        known == Role.VALUES ? range : List.of()));
    }
}
