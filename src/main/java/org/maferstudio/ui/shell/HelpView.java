package org.maferstudio.ui.shell;

import atlantafx.base.controls.Spacer;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;

/**
 * Help on the pane in front, above its right edge, and from there the whole manual.
 *
 * <p>The page about a pane is a text of the program, {@code help/<pane>.md}; those of the manual are
 * {@code manual/<page>.md}.
 */
final class HelpView extends BorderPane {
    private static final String CONTENTS = "manual/index.md";

    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private final Deque<String> back = new ArrayDeque<>();
    private final Button backButton;
    private String pane = "";
    private String shown = "";

    HelpView() {
        getStyleClass().add("help-view");
        page.getStyleClass().add("help-page");
        scroll.setFitToWidth(true);
        backButton = Buttons.icon(Feather.ARROW_LEFT, Texts.of("shell.help.back"), this::goBack);
        backButton.setDisable(true);
        Button contents =
                Buttons.secondary(Texts.of("shell.help.manual.button"), Feather.BOOK_OPEN, () -> openLink(CONTENTS));
        contents.setTooltip(new Tooltip(Texts.of("shell.help.manual.tooltip")));
        HBox bar = new HBox(
                backButton, contents, new Spacer(), Buttons.icon(Feather.X, Texts.of("shell.help.close"), this::close));
        bar.getStyleClass().add("help-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        setTop(bar);
        setCenter(scroll);
        setMaxWidth(USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.CENTER_RIGHT);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.LEFT && event.isAltDown()) {
            goBack();
            event.consume();
        }
    }

    /** Opens above the right edge of the pane, which keeps its width below, or closes. */
    void toggle(StackPane place, String paneInFront) {
        if (getParent() != null) {
            close();
        } else {
            place.getChildren().add(this);
            show(paneInFront);
            scroll.requestFocus();
        }
    }

    private void close() {
        ((StackPane) getParent()).getChildren().remove(this);
    }

    /** Shows the page of a pane if help is open and another pane was in front. */
    void show(String paneInFront) {
        if (getParent() != null && !pane.equals(paneInFront)) {
            pane = paneInFront;
            back.clear();
            showPage("help/" + paneInFront + ".md");
        }
    }

    private void openLink(String target) {
        String next = resolved(target);
        if (!next.equals(shown)) {
            back.push(shown);
            showPage(next);
        }
    }

    private void goBack() {
        if (!back.isEmpty()) {
            showPage(back.pop());
        }
    }

    private void showPage(String resource) {
        shown = resource;
        backButton.setDisable(back.isEmpty());
        page.getChildren().setAll(ManualPage.nodes(text(resource), this::openLink));
        scroll.setVvalue(0);
    }

    /** The page that a link means, which leads to it in the repository, too. */
    static String resolved(String target) {
        String file = target.substring(target.lastIndexOf('/') + 1);
        return (target.contains("help/") ? "help/" : "manual/") + file;
    }

    /** The text of a page, such as {@code help/start.md}, or of its translation. */
    static String text(String resource) {
        return Texts.page(resource);
    }
}
