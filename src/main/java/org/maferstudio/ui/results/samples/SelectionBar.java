package org.maferstudio.ui.results.samples;

import atlantafx.base.controls.Spacer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.results.Prediction;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.WrappingText;

/** One line with the current selection while the figures are shown, and a button to its images. */
public final class SelectionBar extends HBox {
    /** Over the selection. */
    public SelectionBar(SelectedSamples samples) {
        getStyleClass().add("selection-bar");
        Label title = new Label();
        WrappingText.wrapped(title).setMinWidth(0);
        samples.samples().addListener((ListChangeListener<Prediction>) change -> title.setText(samples.title()));
        getChildren()
                .addAll(
                        title,
                        new Spacer(),
                        Buttons.secondary(
                                Texts.of("results.samples.showImages"), Feather.IMAGE, () -> samples.openProperty()
                                        .set(true)),
                        Buttons.icon(Feather.X, Texts.of("results.samples.clear"), samples::clear));
    }
}
