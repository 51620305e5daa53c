package org.maferstudio.ui.shell;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.ui.parts.Buttons;

/**
 * The manual, above the right edge of the pane it is about.
 *
 * <p>A page is a text of the program, {@code help/<pane>.md}, in four kinds of lines: {@code #} headings, {@code *}
 * points, {@code key | what it does}, and paragraphs of one line each.
 */
final class HelpView extends BorderPane {
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private String shown = "";

    HelpView() {
        getStyleClass().add("help-view");
        page.getStyleClass().add("help-page");
        scroll.setFitToWidth(true);
        Label title = new Label("Help");
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(title, space, Buttons.icon(Feather.X, "Close  F1", this::close));
        bar.getStyleClass().add("help-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        setTop(bar);
        setCenter(scroll);
        setMaxWidth(USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.CENTER_RIGHT);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** Opens above the right edge of the pane, which keeps its width below, or closes. */
    void toggle(StackPane place, String pane) {
        if (getParent() != null) {
            close();
        } else {
            place.getChildren().add(this);
            show(pane);
            scroll.requestFocus();
        }
    }

    private void close() {
        ((StackPane) getParent()).getChildren().remove(this);
    }

    /** Turns to the page about a pane, if the manual is open. */
    void show(String pane) {
        if (getParent() != null && !shown.equals(pane)) {
            shown = pane;
            page.getChildren().setAll(lines(pane).stream().map(HelpView::node).toList());
            scroll.setVvalue(0);
        }
    }

    /** The lines of a page that are not empty. */
    static List<String> lines(String pane) {
        try (InputStream in = HelpView.class.getResourceAsStream("/help/" + pane + ".md")) {
            if (in == null) {
                throw new IllegalStateException("the manual has no page about " + pane);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node node(String line) {
        if (line.startsWith("# ")) {
            Label heading = label(line.substring(2));
            heading.getStyleClass().addAll(Styles.TITLE_4, "help-heading");
            return heading;
        }
        if (line.startsWith("* ")) {
            HBox point = new HBox(new Label("•"), label(line.substring(2)));
            point.setSpacing(8);
            return point;
        }
        int bar = line.indexOf(" | ");
        if (bar > 0) {
            Label key = new Label(line.substring(0, bar));
            key.getStyleClass().add("help-key");
            return new HBox(key, label(line.substring(bar + 3)));
        }
        return label(line);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }
}
