package org.maferstudio.ui.live;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.controls.PlaceSlider;
import org.maferstudio.ui.controls.WrappingText;
import org.maferstudio.ui.workbench.NetworkChoice;

/** Where frames come from, who reads them, at which resolution, and how it is shown. */
final class LiveControls {
    private final LiveViewModel model;

    LiveControls(LiveViewModel model) {
        this.model = model;
    }

    /** Source and networks, in a row. */
    Node choices() {
        LiveForm form = model.form();
        ComboBox<String> source = new ComboBox<>(form.sources());
        source.setEditable(true);
        source.setId("live-source");
        source.valueProperty().bindBidirectional(form.sourceProperty());
        source.setMaxWidth(Double.MAX_VALUE);
        MenuButton browse = new MenuButton(Texts.of("live.form.browse.button"), new Icon(Feather.FOLDER));
        browse.setMinWidth(Region.USE_PREF_SIZE);
        MenuItem video = new MenuItem(Texts.of("live.form.browse.video"));
        video.setOnAction(event -> model.chooseVideo());
        MenuItem folder = new MenuItem(Texts.of("live.form.browse.folder"));
        folder.setOnAction(event -> model.chooseFolder());
        browse.getItems().addAll(video, folder);
        ComboBox<NetworkChoice> first = new ComboBox<>(form.networks());
        first.setId("live-first");
        first.valueProperty().bindBidirectional(form.firstProperty());
        first.setMaxWidth(Double.MAX_VALUE);
        ComboBox<NetworkChoice> second = new ComboBox<>(form.seconds());
        second.setId("live-second");
        second.valueProperty().bindBidirectional(form.secondProperty());
        second.setMaxWidth(Double.MAX_VALUE);
        FormField from = new FormField(Texts.of("live.form.source.label"), Texts.of("live.form.source.help"), source);
        HBox sources = new HBox(from, browse);
        sources.setAlignment(Pos.BOTTOM_LEFT);
        sources.getStyleClass().add("live-source");
        FormField network =
                new FormField(Texts.of("live.form.network.label"), Texts.of("live.form.network.help"), first);
        Button add = Buttons.icon(Feather.PLUS, Texts.of("networkimport.menu"), model.networkImport()::choose);
        add.setId("live-import-network");
        HBox left = new HBox(network, add);
        left.setAlignment(Pos.BOTTOM_LEFT);
        left.getStyleClass().add("live-source");
        HBox.setHgrow(network, Priority.ALWAYS);
        FormField right =
                new FormField(Texts.of("live.form.compareWith.label"), Texts.of("live.form.compareWith.help"), second);
        HBox row = new HBox(sources, left, right);
        for (Node part : List.of(sources, left, right)) {
            HBox.setHgrow(part, Priority.ALWAYS);
            ((Region) part).setPrefWidth(240);
        }
        HBox.setHgrow(from, Priority.ALWAYS);
        row.getStyleClass().add("live-choices");
        return row;
    }

    /** The slider of resolutions. */
    Node resolution() {
        PlaceSlider slider = new PlaceSlider(
                LiveForm.RESOLUTIONS.stream().map(LiveControls::tick).toList());
        slider.setValue(model.form().placeProperty().get());
        slider.setId("live-resolution");
        slider.valueProperty()
                .addListener(
                        (property, old, now) -> model.form().placeProperty().set(slider.place()));
        model.form().placeProperty().addListener((property, old, now) -> {
            if (slider.place() != now.intValue()) {
                slider.setValue(now.intValue());
            }
        });
        slider.setAccessibleText(Texts.of("live.controls.resolution"));
        Label value = new Label();
        value.getStyleClass().add("live-resolution-value");
        value.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.resolution().isPresent()
                                ? Texts.of(
                                        "live.resolution.pixels",
                                        model.resolution().getAsInt())
                                : Texts.of("live.resolution.native"),
                        model.form().placeProperty(),
                        model.readings().readingProperty()));
        Label name = new Label(Texts.of("live.controls.resolution"));
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(name, slider, value);
        row.getStyleClass().add("live-resolution");
        return row;
    }

    /** The name of a place of the slider: of few, because some are close to each other. */
    private static String tick(int pixels) {
        if (pixels == 0) {
            return Texts.of("live.resolution.native");
        }
        return LiveForm.NAMED.contains(pixels) ? Integer.toString(pixels) : "";
    }

    /** Smoothing, mirror, freeze, what can be done with a face that stays, and the red sign. */
    Node handling() {
        Slider strength = new Slider(0, 1, 0.3);
        strength.valueProperty().bindBidirectional(model.form().strengthProperty());
        strength.setPrefWidth(110);
        strength.setAccessibleText(Texts.of("live.controls.smoothing"));
        strength.setTooltip(new Tooltip(Texts.of("live.controls.smoothing.tooltip")));
        Label smoothing = new Label(Texts.of("live.controls.smoothing"));
        smoothing.setMinWidth(Region.USE_PREF_SIZE);
        ToggleButton mirror = toggle(Texts.of("live.controls.mirror"), Feather.REPEAT, "M");
        mirror.selectedProperty().bindBidirectional(model.form().mirroredProperty());
        ToggleButton freeze =
                toggle(Texts.of("live.controls.freeze"), Feather.PAUSE, Texts.of("live.controls.freeze.key"));
        freeze.setId("live-freeze");
        freeze.selectedProperty().bindBidirectional(model.frozenProperty());
        freeze.disableProperty().bind(model.runningProperty().not());
        Label red = new Label(Texts.of("live.record.indicator"));
        red.getStyleClass().add("live-rec");
        red.visibleProperty().bind(model.recordingProperty().isNotNull());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(freeze, mirror, smoothing, strength, place(), space, red);
        row.getStyleClass().add("live-controls");
        return row;
    }

    private Button place() {
        Button place = Buttons.secondary(Texts.of("live.place.button"), Feather.SHARE_2, model::placeFace);
        place.setId("live-place");
        place.setMinWidth(Region.USE_PREF_SIZE);
        place.setTooltip(new Tooltip(Texts.of("live.place.tooltip")));
        place.visibleProperty().bind(model.faceHeldProperty());
        place.managedProperty().bind(place.visibleProperty());
        return place;
    }

    private static ToggleButton toggle(String text, Feather icon, String key) {
        ToggleButton button = new ToggleButton(text, new Icon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(text + "  " + key));
        return button;
    }

    /** The privacy note and the state of the session. */
    Node footer() {
        Label status = new Label();
        status.textProperty().bind(model.statusProperty());
        status.getStyleClass().add("live-status");
        Label promise = new Label(Texts.of("live.privacy"));
        promise.getStyleClass().add("text-muted");
        WrappingText.wrapped(promise);
        Label hint = new Label();
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        model.form()::hint,
                        model.form().sourceProperty(),
                        model.form().firstProperty(),
                        model.form().secondProperty()));
        WrappingText.wrapped(hint);
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        VBox box = new VBox(status, hint, promise);
        box.getStyleClass().add("live-footer");
        return box;
    }

    /** Starts or stops recording. */
    Button record() {
        Button record = new Button(Texts.of("live.record.start.button"), new Icon(Feather.CIRCLE));
        record.textProperty()
                .bind(Bindings.when(model.recordingProperty().isNull())
                        .then(Texts.of("live.record.start.button"))
                        .otherwise(Texts.of("live.record.stop.button")));
        record.setOnAction(event -> model.record());
        record.disableProperty().bind(model.runningProperty().not());
        record.setTooltip(new Tooltip(Texts.of("live.record.tooltip")));
        return record;
    }
}
