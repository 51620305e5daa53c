package org.maferstudio.ui.live.ownclasses;

import atlantafx.base.theme.Styles;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.maferstudio.ownclasses.TrainedAt;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.WrappingText;

/** The held-out accuracy by resolution, few pixels first as on the slider: a row per network and variant. */
final class AccuracyTable extends GridPane {
    AccuracyTable() {
        getStyleClass().add("own-accuracy");
    }

    /** Shows a training; the rows of the variant in use are bold. */
    void show(TrainedClasses trained, TrainedAt used) {
        getChildren().clear();
        getColumnConstraints().clear();
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        name.setMinWidth(60);
        getColumnConstraints().add(name);
        int columns = TrainedAt.RESOLUTIONS.size();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints number = new ColumnConstraints();
            number.setHalignment(HPos.RIGHT);
            number.setMinWidth(Region.USE_PREF_SIZE);
            getColumnConstraints().add(number);
            Resolution resolution = TrainedAt.RESOLUTIONS.get(columns - 1 - i);
            Label head = new Label(resolution.isNative() ? Texts.of("ownclasses.accuracy.native") : resolution.id());
            head.getStyleClass().add(Styles.TEXT_MUTED);
            add(head, i + 1, 0);
        }
        Label unit = new Label(Texts.of("ownclasses.accuracy.head"));
        unit.getStyleClass().add(Styles.TEXT_MUTED);
        add(WrappingText.wrapped(unit), 0, 0);
        int row = 1;
        for (int network = 0; network < trained.classifiers().size(); network++) {
            Label title = new Label(trained.classifiers().get(network).title());
            WrappingText.wrapped(title);
            add(title, 0, row++, columns + 1, 1);
            for (TrainedAt at : TrainedAt.values()) {
                ResolutionSweep sweep = trained.sweeps().get(network).get(at);
                if (sweep != null) {
                    add(at, sweep, row++, at == used);
                }
            }
        }
    }

    private void add(TrainedAt at, ResolutionSweep sweep, int row, boolean bold) {
        Label title = new Label(
                at == TrainedAt.ALL ? Texts.of("ownclasses.accuracy.all") : Texts.of("ownclasses.accuracy.nativeOnly"));
        title.getStyleClass().add("own-accuracy-variant");
        WrappingText.wrapped(title);
        add(title, 0, row);
        if (bold) {
            title.getStyleClass().add(Styles.TEXT_BOLD);
        }
        int last = sweep.points().size();
        for (int i = 0; i < last; i++) {
            ResolutionSweep.Point point = sweep.points().get(last - 1 - i);
            Label number = new Label(Numbers.percent(point.scores().accuracy()));
            number.getStyleClass().add("own-accuracy-number");
            if (bold) {
                number.getStyleClass().add(Styles.TEXT_BOLD);
            }
            number.setTooltip(new Tooltip(interval(point)));
            add(number, i + 1, row);
        }
    }

    private static String interval(ResolutionSweep.Point point) {
        String range = point.intervals().accuracy().percent();
        long n = point.scores().n();
        return point.intervals().byGroup()
                ? Texts.of("ownclasses.accuracy.interval.blocks", range, n)
                : Texts.of("ownclasses.accuracy.interval.images", range, n);
    }
}
