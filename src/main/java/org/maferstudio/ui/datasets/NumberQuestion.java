package org.maferstudio.ui.datasets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.NumberedClasses;
import org.maferstudio.expression.Expression;
import org.maferstudio.image.Picture;

/** The question which number is which expression, with some faces of each; nothing is filled in unasked. */
public final class NumberQuestion {
    /**
     * One number.
     *
     * @param number as it stands in the dataset
     * @param examples some of its pictures
     * @param answer what the user says it is; null until then
     */
    public record Line(int number, List<Picture> examples, ObjectProperty<Expression> answer) {}

    private final DatasetSource source;
    private final NumberedClasses classes;
    private final List<Line> lines = new ArrayList<>();
    private final BooleanBinding answered;

    NumberQuestion(DatasetSource source, NumberedClasses classes) {
        this.source = source;
        this.classes = classes;
        for (int number : classes.numbers()) {
            lines.add(new Line(
                    number,
                    classes.examples().getOrDefault(number, List.of()),
                    new SimpleObjectProperty<>(this, "answer")));
        }
        answered = Bindings.createBooleanBinding(
                this::isAnswered, lines.stream().map(Line::answer).toArray(ObjectProperty[]::new));
    }

    // Properties

    /** What is to be opened. */
    public DatasetSource source() {
        return source;
    }

    /** The numbers, ascending. */
    public List<Line> lines() {
        return lines;
    }

    /** Whether each number has an expression, and each expression one number. */
    public BooleanBinding answeredProperty() {
        return answered;
    }

    /** A known order with as many classes as there are numbers, for the user to compare with the faces. */
    public Optional<String> suggestion() {
        return classes.suggestion().size() == lines.size()
                ? Optional.of(String.join(", ", classes.suggestion().names()))
                : Optional.empty();
    }

    // Commands

    /** Fills in the known order. */
    public void takeSuggestion() {
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).answer().set(classes.suggestion().expression(i).orElse(null));
        }
    }

    /** The source with the answers. */
    DatasetSource answer() {
        return source.withLabels(
                lines.stream().map(line -> line.answer().get().id()).toList());
    }

    private boolean isAnswered() {
        HashSet<Expression> said = new HashSet<>();
        return lines.stream()
                .allMatch(line ->
                        line.answer().get() != null && said.add(line.answer().get()));
    }
}
