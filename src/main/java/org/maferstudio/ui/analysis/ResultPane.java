package org.maferstudio.ui.analysis;

import atlantafx.base.theme.Styles;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.controls.WrappingText;

/** An analysed film: the frame and its timeline at the left, the networks' bars and the means of a part at the right. */
final class ResultPane extends BorderPane {
    private static final double LEAST_FRAME = 150;
    private static final double JUMP = 1;

    private final FilmPlayer player;

    /** Advances the player with the screen, while it plays. */
    private final AnimationTimer timer = new AnimationTimer() {
        private long last;

        @Override
        public void start() {
            last = 0;
            super.start();
        }

        @Override
        public void handle(long now) {
            if (last > 0) {
                player.advance((now - last) / 1e9);
            }
            last = now;
        }
    };

    ResultPane(OpenFilm film, AnalysisViewModel model, FigureRenderer figures) {
        this.player = film.player();
        getStyleClass().add("film-result");
        FilmCanvas canvas = new FilmCanvas(player);
        canvas.setMinHeight(LEAST_FRAME);
        canvas.visibleProperty().bind(player.problemProperty().isEmpty());
        canvas.managedProperty().bind(canvas.visibleProperty());
        TimelinePane timeline = new TimelinePane(player);
        VBox.setVgrow(canvas, Priority.ALWAYS);
        MenuItem copy = new MenuItem(Texts.of("common.figure.copy"));
        copy.setOnAction(event -> film.figure().ifPresent(figures::copy));
        MenuItem save = new MenuItem(Texts.of("common.figure.save"));
        save.setOnAction(event -> film.figure().ifPresent(figure -> figures.save(figure, film.figureName())));
        ContextMenu menu = new ContextMenu(copy, save);
        timeline.setOnContextMenuRequested(event -> menu.show(timeline, event.getScreenX(), event.getScreenY()));
        // Without a frame the timeline has its room.
        VBox.setVgrow(timeline, Priority.SOMETIMES);
        VBox left = new VBox(
                head(film),
                missing(model),
                canvas,
                new PlayerBar(player),
                timeline,
                part(film),
                actions(film, model, figures));
        left.getStyleClass().add("film-left");
        left.setMinWidth(0);
        ScrollPane page = scrolled(left);
        page.setFitToHeight(true);
        setCenter(page);
        VBox right = new VBox();
        right.getStyleClass().add("film-right");
        for (int network = 0; network < film.readings().networks().size(); network++) {
            right.getChildren().add(new NetworkPane(player, network));
        }
        right.getChildren().add(new MeansPane(film));
        ScrollPane side = scrolled(right);
        side.getStyleClass().add("film-side");
        setRight(side);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        player.playingProperty().addListener((property, old, now) -> {
            if (now) {
                timer.start();
            } else {
                timer.stop();
            }
        });
        sceneProperty().addListener((property, old, now) -> {
            if (now == null) {
                player.playingProperty().set(false);
            }
        });
    }

    private static ScrollPane scrolled(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("film-scroll");
        return scroll;
    }

    private static Node head(OpenFilm film) {
        Label title = WrappingText.wrapped(new Label(film.title()));
        title.getStyleClass().add(Styles.TITLE_4);
        Label detail = WrappingText.wrapped(new Label(film.detail()));
        detail.getStyleClass().add(Styles.TEXT_MUTED);
        VBox head = new VBox(title, detail);
        head.getStyleClass().add("film-head");
        return head;
    }

    /** Why there is no frame, and the way to one. */
    private Node missing(AnalysisViewModel model) {
        Label sentence = WrappingText.wrapped(new Label());
        sentence.textProperty().bind(player.problemProperty());
        sentence.setGraphic(new Icon(Feather.ALERT_TRIANGLE));
        Button locate = Buttons.secondary(Texts.of("analysis.film.locate.button"), Feather.MAP_PIN, model::locateFilm);
        VBox box = new VBox(sentence, locate);
        box.getStyleClass().add("film-missing");
        box.visibleProperty().bind(player.problemProperty().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    /** Which part is selected, and what can be done with it. */
    private Node part(OpenFilm film) {
        Label selected = new Label();
        selected.getStyleClass().add(Styles.TEXT_MUTED);
        selected.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> player.partProperty().get() == null ? Texts.of("analysis.part.none") : film.partTitle(),
                        player.partProperty()));
        WrappingText.wrapped(selected);
        Button in = Buttons.icon(Feather.ZOOM_IN, Texts.of("analysis.part.zoomIn"), player::zoomIn);
        Button out = Buttons.icon(Feather.ZOOM_OUT, Texts.of("analysis.part.zoomOut"), player::zoomOut);
        Button clear = Buttons.icon(Feather.X, Texts.of("analysis.part.clear"), player::clearPart);
        clear.disableProperty().bind(player.partProperty().isNull());
        FlowPane row = new FlowPane(in, out, clear, selected);
        row.getStyleClass().add("film-part");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** What can be taken along of the part. */
    private static Node actions(OpenFilm film, AnalysisViewModel model, FigureRenderer figures) {
        Button copy = action(Texts.of("analysis.means.copy"), Feather.COPY, () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(film.meansText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        copy.setTooltip(new Tooltip(Texts.of("analysis.means.copy.help")));
        Button export = action(Texts.of("analysis.means.export"), Feather.DOWNLOAD, model::exportPart);
        export.setTooltip(new Tooltip(Texts.of("analysis.means.export.help")));
        Button figure = action(Texts.of("analysis.means.figure"), Feather.IMAGE, () -> film.figure()
                .ifPresent(timeline -> figures.save(timeline, film.figureName())));
        figure.setTooltip(new Tooltip(Texts.of("analysis.means.figure.help")));
        Button figureCopy = action(Texts.of("common.figure.copy"), Feather.CLIPBOARD, () -> film.figure()
                .ifPresent(figures::copy));
        figureCopy.setTooltip(new Tooltip(Texts.of("analysis.means.figureCopy.help")));
        FlowPane row = new FlowPane(copy, export, figureCopy, figure);
        row.getStyleClass().add("button-flow");
        return row;
    }

    private static Button action(String text, Feather icon, Runnable action) {
        Button button = Buttons.secondary(text, icon, action);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl || event.getTarget() instanceof ComboBoxBase;
        boolean pressing = event.getTarget() instanceof ButtonBase && event.getCode() == KeyCode.SPACE;
        boolean choosing =
                event.getTarget() instanceof ToggleButton && event.getCode().isArrowKey();
        if (typing || pressing || choosing || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> move(event, -1);
            case RIGHT -> move(event, 1);
            case HOME -> player.seek(player.partOrWhole().from());
            case END -> player.seek(player.partOrWhole().to());
            case SPACE -> player.playingProperty().set(!player.playingProperty().get());
            case L -> player.loopingProperty().set(!player.loopingProperty().get());
            case I -> player.selectFromHere();
            case O -> player.selectToHere();
            case ESCAPE -> player.clearPart();
            case PLUS, EQUALS, ADD -> player.zoomIn();
            case MINUS, SUBTRACT -> player.zoomOut();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(KeyEvent event, int direction) {
        if (event.isShiftDown()) {
            player.skip(direction * JUMP);
        } else {
            player.step(direction);
        }
    }
}
