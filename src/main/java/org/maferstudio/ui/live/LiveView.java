package org.maferstudio.ui.live;

import atlantafx.base.controls.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.explain.ExplanationPane;
import org.maferstudio.ui.live.ownclasses.OwnClassesPane;
import org.maferstudio.ui.networkimport.NetworkImportDialog;
import org.maferstudio.ui.workbench.PaneView;

/** The pane of the live view: the frame, each network's prediction, and the face at every resolution. */
public final class LiveView implements PaneView {
    private static final double LEAST_PICTURE = 170;

    private final LiveViewModel model;
    private final StackPane root = new StackPane();
    private final BorderPane stage = new BorderPane();
    private final VBox pane = new VBox();
    private final HBox columns = new HBox();
    private final List<NetworkColumnPane> shown = new ArrayList<>();
    private final Presentation presentation;
    private final Button start;
    private final Button record;

    /** Creates the pane. */
    public LiveView(LiveViewModel model, FigureRenderer figures) {
        this.model = model;
        root.getStyleClass().add("live");
        LiveControls controls = new LiveControls(model);
        start = Buttons.primary(Texts.of("live.start.button"), Feather.PLAY, this::startOrStop);
        start.setId("live-start");
        start.disableProperty().bind(model.networkImport().openProperty());
        start.textProperty()
                .bind(Bindings.when(model.runningProperty())
                        .then(Texts.of("live.stop.button"))
                        .otherwise(Texts.of("live.start.button")));
        start.graphicProperty()
                .bind(Bindings.when(model.runningProperty())
                        .then((Node) new Icon(Feather.SQUARE))
                        .otherwise(new Icon(Feather.PLAY)));
        record = controls.record();
        Message problem = Messages.problem(model.problemProperty());
        columns.getStyleClass().add("live-networks");
        stage.getStyleClass().add("live-stage");
        StackPane picture = new StackPane(new FrameCanvas(model), empty());
        VBox left = new VBox(picture, controls.handling());
        left.getStyleClass().add("live-left");
        VBox.setVgrow(picture, Priority.ALWAYS);
        picture.setMinHeight(LEAST_PICTURE);
        OwnClassesPane own = new OwnClassesPane(model.own());
        VBox right = networks(figures);
        HBox middle = new HBox(left, right);
        middle.getStyleClass().add("live-middle");
        left.setPrefWidth(620);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setPrefWidth(620);
        stage.setTop(controls.resolution());
        stage.setCenter(middle);
        SweepStrip strip = new SweepStrip(model);
        // Beside the panel of own classes there is no space for its words at large font sizes.
        strip.visibleProperty().bind(right.visibleProperty());
        strip.managedProperty().bind(strip.visibleProperty());
        stage.setBottom(strip);
        pane.getStyleClass().add("live-pane");
        HBox.setHgrow(stage, Priority.ALWAYS);
        stage.setPrefWidth(620);
        stage.setMinWidth(0);
        HBox body = new HBox(stage, own);
        body.getStyleClass().add("live-middle");
        VBox.setVgrow(body, Priority.ALWAYS);
        pane.getChildren().addAll(controls.choices(), problem, body, controls.footer());
        ScrollPane scroll = new ScrollPane(pane);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("live-scroll");
        root.getChildren().addAll(scroll, new NetworkImportDialog(model.networkImport()).node());
        presentation = new Presentation(stage, () -> {
            body.getChildren().add(0, stage);
            Platform.runLater(this::addKeys);
        });
        // Before the scroll pane receives them: Space would scroll.
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        stage.addEventHandler(KeyEvent.KEY_PRESSED, this::keyOnStage);
        // The keys work from here on, without a click.
        model.runningProperty().addListener((property, old, now) -> {
            if (now) {
                Platform.runLater(this::addKeys);
            }
        });
        model.readings().columns().addListener((ListChangeListener<NetworkColumn>) change -> arrange());
        model.readings().updatesProperty().addListener((property, old, now) -> shown.forEach(NetworkColumnPane::show));
        model.readings().readingProperty().addListener((property, old, now) -> {
            if (old == null && now != null) {
                // A window that has only just opened had its own idea of what is in focus.
                Platform.runLater(this::addKeys);
            }
        });
        arrange();
    }

    /** The columns of the networks; while the frame stays, with the choice of maps, which replace the columns. */
    private VBox networks(FigureRenderer figures) {
        ExplanationPane maps = new ExplanationPane(model.explanation(), figures);
        maps.visibleProperty().bind(model.heldProperty());
        maps.managedProperty().bind(maps.visibleProperty());
        columns.visibleProperty()
                .bind(model.explanation()
                        .busyProperty()
                        .not()
                        .and(model.explanation().figureProperty().isNull()));
        columns.managedProperty().bind(columns.visibleProperty());
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox.setVgrow(maps, Priority.SOMETIMES);
        VBox right = new VBox(maps, columns);
        right.getStyleClass().add("live-right");
        right.visibleProperty().bind(model.own().openProperty().not());
        right.managedProperty().bind(right.visibleProperty());
        return right;
    }

    private Node empty() {
        EmptyState empty = new EmptyState(
                Feather.CAMERA,
                Texts.of("live.empty"),
                Buttons.secondary(Texts.of("live.empty.sample"), Feather.PLAY, model::showSample));
        empty.visibleProperty()
                .bind(model.readings()
                        .readingProperty()
                        .isNull()
                        .and(model.runningProperty().not()));
        return empty;
    }

    private void arrange() {
        columns.getChildren().clear();
        shown.clear();
        for (NetworkColumn column : model.readings().columns()) {
            NetworkColumnPane one = new NetworkColumnPane(column, model);
            HBox.setHgrow(one, Priority.ALWAYS);
            one.setPrefWidth(300);
            shown.add(one);
            columns.getChildren().add(one);
        }
    }

    private void addKeys() {
        Node slider = pane.lookup("#live-resolution");
        boolean typing = slider != null
                && slider.getScene().getFocusOwner() instanceof TextInputControl field
                && field.isEditable();
        if (slider != null && !typing) {
            slider.requestFocus();
        }
    }

    private void startOrStop() {
        if (model.runningProperty().get()) {
            model.stop();
        } else {
            model.start();
        }
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl || event.getTarget() instanceof ComboBoxBase;
        if (!typing) {
            keyOnStage(event);
        }
    }

    private void keyOnStage(KeyEvent event) {
        if (event.isConsumed() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case SPACE ->
                model.frozenProperty()
                        .set(model.runningProperty().get()
                                && !model.frozenProperty().get());
            case M ->
                model.form()
                        .mirroredProperty()
                        .set(!model.form().mirroredProperty().get());
            case R -> model.record();
            case S -> snapshot();
            case F11 -> present();
            case OPEN_BRACKET, MINUS -> model.form().step(-1);
            case CLOSE_BRACKET, PLUS, EQUALS -> model.form().step(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Shows the bars in full screen, too, of the user's own classes if they are trained. */
    private void present() {
        model.own().openProperty().set(false);
        presentation.toggle();
    }

    private void snapshot() {
        model.saveSnapshot(() -> SwingFXUtils.fromFXImage(stage.snapshot(null, null), null));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<Button> primaryAction() {
        return Optional.of(start);
    }

    @Override
    public List<Node> secondaryActions() {
        Button snapshot = Buttons.icon(Feather.CAMERA, Texts.of("live.snapshot.tooltip"), this::snapshot);
        Button present = Buttons.icon(Feather.MAXIMIZE, Texts.of("live.present.tooltip"), this::present);
        return List.of(ownClasses(), record, snapshot, present);
    }

    private ToggleButton ownClasses() {
        ToggleButton open = new ToggleButton(Texts.of("ownclasses.open.button"), new Icon(Feather.USER_PLUS));
        open.setId("live-own-classes");
        open.setTooltip(new Tooltip(Texts.of("ownclasses.open.tooltip")));
        open.selectedProperty().bindBidirectional(model.own().openProperty());
        return open;
    }

    @Override
    public void shown() {
        model.refresh();
    }
}
