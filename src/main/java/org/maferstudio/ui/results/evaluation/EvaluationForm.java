package org.maferstudio.ui.results.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.evaluation.TestTimeEvaluation;

/** What to evaluate on, checked while it is typed. */
public final class EvaluationForm {
    private static final int MOST = 32;

    private final ObservableList<String> splits = FXCollections.observableArrayList();
    private final StringProperty split = new SimpleStringProperty(this, "split", "");
    private final StringProperty resolutions =
            new SimpleStringProperty(this, "resolutions", "native, 32, 24, 16, 12, 8");
    private final ObjectProperty<Optional<TestTimeEvaluation.Method>> method =
            new SimpleObjectProperty<>(this, "method", Optional.empty());
    private final StringExpression message = Bindings.createStringBinding(() -> message(), resolutions);

    // Properties

    /** The splits that the dataset has. */
    public ObservableList<String> splits() {
        return splits;
    }

    /** The split to evaluate on. */
    public StringProperty splitProperty() {
        return split;
    }

    /** Native and numbers of pixels, with commas between them. */
    public StringProperty resolutionsProperty() {
        return resolutions;
    }

    /** How the network is used; empty for as it was trained. */
    public ObjectProperty<Optional<TestTimeEvaluation.Method>> methodProperty() {
        return method;
    }

    /** All ways to use a network, first as it was trained. */
    public static List<Optional<TestTimeEvaluation.Method>> methods() {
        return Stream.concat(
                        Stream.of(Optional.<TestTimeEvaluation.Method>empty()),
                        Arrays.stream(TestTimeEvaluation.Method.values()).map(Optional::of))
                .toList();
    }

    /** The error in the resolutions; empty for none. */
    public StringExpression messageProperty() {
        return message;
    }

    // Commands

    /** Offers the splits of an experiment's dataset: test first, the training part last. */
    void offer(List<String> available) {
        List<String> ordered = List.of("test", "validation", "train").stream()
                .filter(each -> available.isEmpty() || available.contains(each))
                .toList();
        splits.setAll(ordered);
        if (!ordered.contains(split.get())) {
            split.set(ordered.isEmpty() ? "" : ordered.get(0));
        }
    }

    /** The resolutions, each once. */
    List<Resolution> parsed() {
        return Resolution.parseAll(resolutions.get().replace("px", " "));
    }

    private String message() {
        try {
            int asked = parsed().size();
            if (asked > MOST) {
                return Texts.of("results.evaluate.error.tooManyResolutions", MOST);
            }
            return asked == 0 ? Texts.of("results.evaluate.error.noResolution") : "";
        } catch (Problem problem) {
            return problem.getMessage();
        }
    }
}
