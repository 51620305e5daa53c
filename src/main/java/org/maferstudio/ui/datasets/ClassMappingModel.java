package org.maferstudio.ui.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.opening.UnknownClasses;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.expression.Expression;
import org.maferstudio.image.RasterImage;

/**
 * The question which number or unknown word is which expression, with some faces of each; only words that the program knows
 * are filled in.
 */
public final class ClassMappingModel {
    /**
     * One class of the dataset.
     *
     * @param word the number or the word as written in the dataset
     * @param examples some of its images
     * @param answer the expression that it is; null until it is chosen, or if it is left out
     * @param leftOut whether its images are left out
     */
    public record Line(
            String word, List<RasterImage> examples, ObjectProperty<Expression> answer, BooleanProperty leftOut) {
        private boolean isAnswered() {
            return leftOut.get() || answer.get() != null;
        }
    }

    private final DatasetSource source;
    private final UnknownClasses classes;
    private final List<Line> lines = new ArrayList<>();
    private final BooleanBinding answered;

    ClassMappingModel(DatasetSource source, UnknownClasses classes) {
        this.source = source;
        this.classes = classes;
        for (String word : classes.words()) {
            lines.add(new Line(
                    word,
                    classes.examples().getOrDefault(word, List.of()),
                    new SimpleObjectProperty<>(
                            this, "answer", Expression.of(word).orElse(null)),
                    new SimpleBooleanProperty(this, "leftOut")));
        }
        answered = Bindings.createBooleanBinding(
                this::isAnswered,
                lines.stream()
                        .flatMap(line -> Stream.of(line.answer(), line.leftOut()))
                        .toArray(Observable[]::new));
    }

    // Properties

    /** What is to be opened. */
    public DatasetSource source() {
        return source;
    }

    /** Whether the classes are numbers. */
    public boolean isNumbered() {
        return classes.isNumbered();
    }

    /** The numbers, ascending, or the words by name. */
    public List<Line> lines() {
        return lines;
    }

    /** Whether each class has an expression or is left out, and each number another expression. */
    public BooleanBinding answeredProperty() {
        return answered;
    }

    /** The known orders for as many numbers, for the user to compare with the faces. */
    public List<ClassOrder> orders() {
        return classes.orders();
    }

    // Commands

    /** Fills in a known order. */
    public void apply(ClassOrder order) {
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).leftOut().set(false);
            lines.get(i)
                    .answer()
                    .set(order.labels().expression(classes.indices().get(i)).orElse(null));
        }
    }

    /** The source with the answers. */
    DatasetSource answer() {
        if (isNumbered() && lines.stream().noneMatch(line -> line.leftOut().get())) {
            return source.withLabels(
                    lines.stream().map(line -> line.answer().get().id()).toList());
        }
        return source.withLabels(lines.stream()
                .map(line -> line.word() + "="
                        + (line.leftOut().get()
                                ? DatasetSource.LEFT_OUT
                                : line.answer().get().id()))
                .toList());
    }

    private boolean isAnswered() {
        List<Expression> said = lines.stream()
                .filter(line -> !line.leftOut().get())
                .map(line -> line.answer().get())
                .toList();
        boolean distinct = !isNumbered() || said.stream().distinct().count() == said.size();
        return lines.stream().allMatch(Line::isAnswered) && !said.isEmpty() && distinct;
    }
}
