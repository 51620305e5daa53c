package org.maferstudio.ui.results.evaluation;

import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.results.Predictions;
import org.maferstudio.texts.Texts;

/** What to evaluate on, checked while it is typed. */
public final class EvaluationForm {
    private static final int MOST = 32;

    private final ObservableList<String> splits = FXCollections.observableArrayList();
    private final StringProperty split = new SimpleStringProperty(this, "split", "");
    private final StringProperty resolutions =
            new SimpleStringProperty(this, "resolutions", "native, 32, 24, 16, 12, 8");
    private final StringExpression message =
            Bindings.createStringBinding(() -> message(resolutions.get()), resolutions);

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

    /** What is wrong with the resolutions; empty for nothing. */
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
    List<String> parsed() {
        return Arrays.stream(resolutions.get().split("[,;\\s]+"))
                .filter(each -> !each.isEmpty() && !each.equals("px"))
                .distinct()
                .toList();
    }

    private String message(String text) {
        List<String> all = parsed();
        for (String each : all) {
            boolean pixels = each.matches("[1-9][0-9]{0,3}") && Integer.parseInt(each) >= 2;
            if (!pixels && !each.equals(Predictions.NATIVE)) {
                return Texts.of("results.is-neither-native-nor-a-number", each);
            }
        }
        if (all.size() > MOST) {
            return Texts.of("results.at-most-resolutions-at-once", MOST);
        }
        return text.isBlank() || all.isEmpty() ? Texts.of("results.name-at-least-one-such-as-native") : "";
    }
}
