package org.maferstudio.ui.live.ownclasses;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.ownclasses.FaceSample;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FxImages;
import org.maferstudio.ui.controls.Icon;

/** One class: its name, the button to hold, its last samples, and its probability once it is trained. */
final class ClassCard extends VBox {
    /** The side of a thumbnail, in px. */
    private static final int SIDE = 36;

    /** Number of samples that are shown, the last ones. */
    private static final int SHOWN = 9;

    private final OwnClassModel own;
    private final OwnClassesViewModel model;
    private final HBox thumbnails = new HBox();
    private final Map<FaceSample, Button> shown = new HashMap<>();
    private final Region colour = new Region();
    private final VBox bars = new VBox();
    private final List<Region> fills = new ArrayList<>();
    private final List<Label> numbers = new ArrayList<>();

    ClassCard(OwnClassModel own, OwnClassesViewModel model, int number) {
        this.own = own;
        this.model = model;
        getStyleClass().add("own-class");
        TextField name = new TextField();
        name.setId("own-class-name-" + number);
        name.textProperty().bindBidirectional(own.nameProperty());
        name.setAccessibleText(Texts.of("ownclasses.card.name", number));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMinWidth(60);
        Label count = new Label();
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().add(Styles.TEXT_MUTED);
        colour.getStyleClass().add("own-class-colour");
        Button remove = Buttons.icon(Feather.X, Texts.of("ownclasses.card.remove"), () -> model.classes()
                .remove(own));
        remove.visibleProperty().bind(model.classes().removableProperty());
        remove.managedProperty().bind(remove.visibleProperty());
        HBox head = new HBox(colour, name, count, remove);
        head.getStyleClass().add("own-class-head");
        Button hold = new Button(Texts.of("ownclasses.card.hold"), new Icon(Feather.CAMERA));
        hold.setId("own-class-hold-" + number);
        hold.setTooltip(new Tooltip(Texts.of("ownclasses.card.hold.tooltip")));
        hold.setMaxWidth(Double.MAX_VALUE);
        hold.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(hold, Priority.ALWAYS);
        // Armed while the mouse button, a finger or Space is down.
        hold.armedProperty().addListener((property, old, now) -> {
            if (now) {
                model.hold(own);
            } else {
                model.release();
            }
        });
        Button images = new Button(Texts.of("ownclasses.card.images"), new Icon(Feather.IMAGE));
        images.setOnAction(event -> model.chooseImages(own));
        images.disableProperty().bind(model.busyProperty());
        images.setMinWidth(Region.USE_PREF_SIZE);
        Button undo = Buttons.icon(Feather.ROTATE_CCW, Texts.of("ownclasses.card.undo"), () -> model.classes()
                .undo(own));
        HBox buttons = new HBox(hold, images, undo);
        buttons.getStyleClass().add("own-class-buttons");
        thumbnails.getStyleClass().add("own-class-thumbnails");
        bars.getStyleClass().add("own-class-bars");
        getChildren().addAll(head, buttons, thumbnails, bars);
        Runnable update = () -> {
            int size = own.samples().size();
            count.setText(Texts.of("ownclasses.card.count", size));
            undo.setDisable(size == 0);
            showThumbnails();
        };
        own.samples().addListener((ListChangeListener<FaceSample>) change -> update.run());
        update.run();
    }

    /** The samples that are shown are the last ones, the newest first. */
    private void showThumbnails() {
        List<FaceSample> last = new ArrayList<>(own.samples()
                .subList(
                        Math.max(0, own.samples().size() - SHOWN), own.samples().size()));
        shown.keySet().retainAll(last);
        List<Button> tiles = new ArrayList<>();
        for (int i = last.size() - 1; i >= 0; i--) {
            tiles.add(shown.computeIfAbsent(last.get(i), this::tile));
        }
        thumbnails.getChildren().setAll(tiles);
    }

    private Button tile(FaceSample sample) {
        RasterImage image = sample.image();
        ImageView view = new ImageView(FxImages.of(Resampling.resize(image, 2 * SIDE, 2 * SIDE, Kernel.BILINEAR)));
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        Button tile = new Button(null, view);
        tile.getStyleClass().add("own-class-thumbnail");
        tile.setFocusTraversable(false);
        tile.setTooltip(new Tooltip(Texts.of("ownclasses.card.delete")));
        tile.setAccessibleText(Texts.of("ownclasses.card.delete"));
        tile.setOnAction(event -> model.classes().remove(own, sample));
        return tile;
    }

    /** Shows the class's colour, and a bar for each of these networks. */
    void show(String hex, List<String> networks) {
        colour.setStyle("-fx-background-color: " + hex + ";");
        bars.getChildren().clear();
        fills.clear();
        numbers.clear();
        for (String network : networks) {
            Label title = new Label(network);
            title.getStyleClass().add(Styles.TEXT_MUTED);
            title.setMinWidth(60);
            title.setPrefWidth(150);
            Region fill = new Region();
            fill.getStyleClass().add("probability-bar");
            fill.setStyle("-fx-background-color: " + hex + ";");
            fill.setMinWidth(1);
            StackPane track = new StackPane(fill);
            track.getStyleClass().add("probability-track");
            track.setAlignment(Pos.CENTER_LEFT);
            track.setMinWidth(0);
            HBox.setHgrow(track, Priority.ALWAYS);
            Label number = new Label(Numbers.wholePercent(0));
            number.getStyleClass().add("probability-number");
            number.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(title, track, number);
            row.getStyleClass().add("own-class-bar");
            bars.getChildren().add(row);
            fills.add(fill);
            numbers.add(number);
        }
        boolean any = !networks.isEmpty();
        bars.setVisible(any);
        bars.setManaged(any);
    }

    /** Updates a network's bar; 0 to 1. */
    void show(int network, double probability) {
        if (network < fills.size()) {
            double whole = ((StackPane) fills.get(network).getParent()).getWidth();
            fills.get(network).setMaxWidth(Math.max(1, probability * whole));
            numbers.get(network).setText(Numbers.wholePercent(probability));
        }
    }
}
