package org.maferstudio.ui.results.samples;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maferstudio.results.Prediction;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.ThumbnailSource;
import org.maferstudio.ui.controls.ThumbnailView;

/** The selected samples in detail: one face large, its name, and how likely each class was; of several the mean. */
public final class SampleDetail extends HBox {
    private static final double SIDE = 112;

    private final SelectedSamples selected;
    private final ThumbnailView<Prediction> face;
    private final Label name = new Label();
    private final GridPane bars = new GridPane();

    SampleDetail(SelectedSamples selected, ThumbnailSource<Prediction> pictures) {
        this.selected = selected;
        face = new ThumbnailView<>(pictures, SIDE);
        getStyleClass().add("sample-detail");
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        name.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_BOLD);
        bars.getStyleClass().add("share-bars");
        ColumnConstraints title = new ColumnConstraints();
        title.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        bars.getColumnConstraints().addAll(title, bar);
        VBox words = new VBox(name, bars);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        getChildren().addAll(face, words);
        show(null, List.of());
    }

    /** Shows the face of one and what was thought of all of them. */
    void show(Prediction one, List<Prediction> all) {
        setVisible(one != null);
        bars.getChildren().clear();
        face.clear();
        if (one == null) {
            return;
        }
        face.show(one);
        name.setText(all.size() == 1 ? one.sample() : Texts.of("results.samples.detail.mean", all.size()));
        List<SelectedSamples.Share> shares = selected.shares(all);
        for (int i = 0; i < shares.size(); i++) {
            SelectedSamples.Share share = shares.get(i);
            Label title = new Label(share.title());
            Label percent = new Label(Math.round(100 * share.share()) + " %");
            title.getStyleClass().add(Styles.TEXT_SMALL);
            percent.getStyleClass().addAll(Styles.TEXT_SMALL, "share-percent");
            bars.addRow(i, title, bar(share), percent);
        }
        setAccessibleText(name.getText() + ". " + selected.guesses(one));
    }

    private static Pane bar(SelectedSamples.Share share) {
        return ShareBar.of(share.share(), share.colour());
    }
}
