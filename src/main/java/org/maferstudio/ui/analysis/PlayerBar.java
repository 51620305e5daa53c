package org.maferstudio.ui.analysis;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.controls.SegmentedChoice;

/** The controls below the frame: place, play, step, loop, speed, and which face. */
final class PlayerBar extends VBox {
    private static final int MOST_FACES = 100;

    private final FilmPlayer player;

    PlayerBar(FilmPlayer player) {
        this.player = player;
        getStyleClass().add("film-player");
        FlowPane buttons = new FlowPane(moving(), looping(), speed());
        buttons.getStyleClass().add("film-buttons");
        buttons.setRowValignment(VPos.CENTER);
        if (player.readings().faces().size() > 1) {
            buttons.getChildren().add(faces());
        }
        buttons.getChildren().add(time());
        getChildren().addAll(place(), buttons);
        setDisable(player.readings().size() == 0);
    }

    private Node place() {
        Slider slider = new Slider(0, Math.max(1, player.readings().size() - 1), 0);
        slider.setId("film-place");
        slider.setAccessibleText(Texts.of("analysis.player.place"));
        slider.valueProperty().addListener((property, old, now) -> {
            int wanted = (int) Math.round(now.doubleValue());
            if (wanted != player.indexProperty().get()) {
                player.seek(wanted);
            }
        });
        player.indexProperty().addListener((property, old, now) -> {
            if (Math.round(slider.getValue()) != now.intValue()) {
                slider.setValue(now.intValue());
            }
        });
        return slider;
    }

    private Node time() {
        Label time = new Label();
        time.getStyleClass().add("film-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> player.readings().size() == 0
                                ? ""
                                : Texts.of(
                                        "analysis.player.time",
                                        TimeText.of(player.seconds(), 2),
                                        TimeText.of(player.readings().end(), 2),
                                        player.readings()
                                                .frame(player.indexProperty().get())
                                                .number()),
                        player.indexProperty()));
        return time;
    }

    private Node moving() {
        Button back = Buttons.icon(Feather.CHEVRON_LEFT, Texts.of("analysis.player.back"), () -> player.step(-1));
        Button play = Buttons.icon(Feather.PLAY, Texts.of("analysis.player.play"), () -> player.playingProperty()
                .set(!player.playingProperty().get()));
        play.setId("film-play");
        Icon start = new Icon(Feather.PLAY);
        Icon pause = new Icon(Feather.PAUSE);
        play.graphicProperty()
                .bind(Bindings.createObjectBinding(
                        () -> player.playingProperty().get() ? pause : start, player.playingProperty()));
        play.accessibleTextProperty()
                .bind(Bindings.when(player.playingProperty())
                        .then(Texts.of("analysis.player.pause"))
                        .otherwise(Texts.of("analysis.player.play")));
        play.getTooltip().textProperty().bind(play.accessibleTextProperty());
        Button on = Buttons.icon(Feather.CHEVRON_RIGHT, Texts.of("analysis.player.on"), () -> player.step(1));
        HBox row = new HBox(back, play, on);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node looping() {
        ToggleButton loop = new ToggleButton(Texts.of("analysis.player.loop"), new Icon(Feather.REPEAT));
        loop.setMinWidth(Region.USE_PREF_SIZE);
        loop.setTooltip(new Tooltip(Texts.of("analysis.player.loop.help")));
        loop.selectedProperty().bindBidirectional(player.loopingProperty());
        return loop;
    }

    private Node speed() {
        SegmentedChoice<Number> choice = new SegmentedChoice<>(
                List.of(0.5, 1.0, 2.0),
                factor -> Texts.of("analysis.player.speed", factor.doubleValue()),
                player.speedProperty());
        choice.setAccessibleText(Texts.of("analysis.player.speed.label"));
        return choice;
    }

    private Node faces() {
        ComboBox<Number> choice = new ComboBox<>();
        choice.setId("film-face");
        choice.getItems().add(FilmReadings.LARGEST);
        player.readings().faces().stream().limit(MOST_FACES).forEach(choice.getItems()::add);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Number id) {
                if (id == null) {
                    return "";
                }
                return id.intValue() == FilmReadings.LARGEST
                        ? Texts.of("analysis.player.face.largest")
                        : Texts.of("analysis.player.face", id);
            }

            @Override
            public Number fromString(String text) {
                throw new UnsupportedOperationException("faces are chosen, not typed");
            }
        });
        choice.valueProperty().bindBidirectional(player.faceProperty());
        choice.setAccessibleText(Texts.of("analysis.player.face.label"));
        choice.setTooltip(new Tooltip(Texts.of("analysis.player.face.label")));
        return choice;
    }
}
