package org.maferstudio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;

/** The checks of the screenshot tour find what they should. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class ReadableTextsTest {
    private static List<String> cut(FxWindow window, Label label, double width) {
        window.show(() -> {
            label.setMaxWidth(width);
            label.setPrefWidth(width);
            return new StackPane(label);
        });
        return FxWindow.onFx(() -> {
            label.getScene().getRoot().layout();
            return TruncatedTexts.in(label.getScene().getRoot());
        });
    }

    @Test
    void aTextThatIsTooLongForItsPlaceIsFound(FxWindow window) {
        List<String> found = cut(window, FxWindow.onFx(() -> new Label("a text of some length")), 60);
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).startsWith("\"a text of some length\""), found.toString());
    }

    @Test
    void oneThatFitsOrCanBeReadInATooltipIsNot(FxWindow window) {
        assertEquals(List.of(), cut(window, FxWindow.onFx(() -> new Label("a text of some length")), 400));
        Label told = FxWindow.onFx(() -> {
            Label label = new Label("a text of some length");
            label.setTooltip(new Tooltip(label.getText()));
            return label;
        });
        assertEquals(List.of(), cut(window, told, 60));
    }

    @Test
    void aControlBeyondTheEdgeIsFound(FxWindow window) {
        Pane pane = window.show(Pane::new);
        List<String> found = FxWindow.onFx(() -> {
            Label label = new Label("far away");
            pane.getChildren().add(label);
            label.relocate(pane.getWidth() - 10, 0);
            pane.applyCss();
            pane.layout();
            return TruncatedTexts.in(pane);
        });
        assertTrue(found.get(0).startsWith("beyond the window's edge: \"far away\""), found.toString());
    }

    @Test
    void greyOnGreyIsFound(FxWindow window) {
        Label label = FxWindow.onFx(() -> new Label("grey on grey"));
        window.show(() -> {
            label.setStyle("-fx-text-fill: #888888; -fx-background-color: #555555;");
            return new StackPane(label);
        });
        List<String> found =
                FxWindow.onFx(() -> LowContrastTexts.in(label.getScene().getRoot()));
        assertTrue(
                found.size() == 1 && found.get(0).startsWith("low contrast, 2.1: \"grey on grey\""), found.toString());
    }

    @Test
    void aStyleSetSinceTheLastPulseIsAppliedFirst(FxWindow window) {
        Label label = FxWindow.onFx(() -> new Label("Anger"));
        window.show(() -> {
            StackPane pane = new StackPane(label);
            pane.setStyle("-fx-background-color: black; -text: white;");
            label.setStyle("-fx-text-fill: -text; -fx-border-color: red;");
            return pane;
        });
        List<String> found = FxWindow.onFx(() -> {
            label.setStyle("-fx-text-fill: -text; -fx-border-color: green;");
            return LowContrastTexts.in(label.getScene().getRoot());
        });
        assertEquals(List.of(), found);
    }

    /** Ratios of WebAIM's contrast checker. */
    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21.0", "#767676, #ffffff, 4.54", "#0969da, #ffffff, 5.19", "#ffffff, #ffffff, 1.0"})
    void contrastIsThatOfTheGuidelines(String text, String behind, double ratio) {
        assertEquals(ratio, LowContrastTexts.contrast(Color.web(text), Color.web(behind)), 0.01);
    }
}
