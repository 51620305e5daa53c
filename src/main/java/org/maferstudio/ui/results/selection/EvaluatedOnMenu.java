package org.maferstudio.ui.results.selection;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** The split and the resolution of the numbers of every page, and a menu of the others. */
final class EvaluatedOnMenu extends MenuButton {
    EvaluatedOnMenu(SelectionViewModel model) {
        getStyleClass().addAll(Styles.FLAT, "evaluated-on");
        textProperty().bind(model.headlineProperty().map(Headline::where));
        accessibleTextProperty()
                .bind(textProperty().map(where -> Texts.of("results.headline.where.accessible", where)));
        // In a small window a long name is cut, so that the numbers are not.
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(accessibleTextProperty());
        setTooltip(whole);
        setOnShowing(event -> {
            getItems().clear();
            offer(model.splits(), Function.identity(), model.splitProperty());
            getItems().add(new SeparatorMenuItem());
            offer(model.resolutions(), Resolution::title, model.resolutionProperty());
        });
    }

    private <T> void offer(List<T> values, Function<T, String> title, Property<T> chosen) {
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem(title.apply(value));
            item.setSelected(value.equals(chosen.getValue()));
            item.setOnAction(event -> chosen.setValue(value));
            getItems().add(item);
        }
    }
}
