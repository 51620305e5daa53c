package org.maferstudio.app;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.augmentation.Augmentation;
import org.maferstudio.augmentation.Cutout;
import org.maferstudio.augmentation.ElasticTransform;
import org.maferstudio.augmentation.ShiftScaleRotate;
import org.maferstudio.ui.live.LiveViewModel;
import org.maferstudio.ui.results.ResultsViewModel;
import org.maferstudio.ui.results.comparison.ComparisonMode;
import org.maferstudio.ui.results.experiments.ExperimentRow;
import org.maferstudio.ui.results.samples.WholeSelection;
import org.maferstudio.ui.training.TrainingViewModel;

/**
 * A scene of the screenshot tour: a pane after some actions.
 *
 * @param name ends the name of its screenshot, such as {@code cell}
 * @param take the actions, on the JavaFX thread
 */
record Pose(String name, Runnable take) {
    /** Every transform that suits the drawn faces and the compact network, and what each does. */
    private static final Augmentation EVERY = Augmentation.LIGHT
            .with(new ElasticTransform(0.5, 20, 4, 3))
            .with(new ShiftScaleRotate(0.5, 0.05, 15, 0.1))
            .with(new Cutout(0.5, 3, 0.2, Cutout.Fill.MEAN));

    /** The random transforms unfolded. */
    static List<Pose> of(TrainingViewModel training) {
        return List.of(new Pose("augmentation", () -> training.showAugmentation(EVERY)));
    }

    /** A cell of the matrix clicked, the other pages opened, then a second experiment ticked; none where there is nothing to see. */
    static List<Pose> of(ResultsViewModel results) {
        List<Pose> poses = new ArrayList<>();
        if (results.stateProperty().get() == ResultsViewModel.State.SHOWN) {
            poses.add(new Pose("cell", () -> results.samples().select(0, 1)));
            poses.add(new Pose(
                    "sample",
                    () -> results.samples().samples().stream().findFirst().ifPresent(results.large()::open)));
            poses.add(new Pose("sweep", () -> {
                results.samples().clear();
                results.shown().resolutions().stream()
                        .reduce((larger, smaller) -> smaller)
                        .ifPresent(results.shown().resolutionProperty()::set);
                results.samples().choose(new WholeSelection());
                results.samples().openProperty().set(false);
            }));
            poses.add(new Pose("labels", () -> {
                results.samples().clear();
                results.beyond().showDoubts();
            }));
            poses.add(new Pose("paper", results.beyond()::showPaper));
            poses.add(new Pose("datasets", results.beyond()::showDatasets));
            poses.add(new Pose("figures", results.beyond()::showFigures));
            poses.add(new Pose("figure-for-print", () -> {
                results.beyond().showFigures();
                results.exchange().exportFigure();
            }));
            poses.add(new Pose("bundle", () -> {
                results.exchange().close();
                results.exchange().exportBundle();
            }));
            poses.add(new Pose("table", () -> {
                results.exchange().close();
                results.experiments().table().turn();
            }));
            poses.addAll(beside(results));
        }
        return poses;
    }

    /** Up to three others ticked: beside the figures, matrix by matrix, and one minus another; none where there is one. */
    private static List<Pose> beside(ResultsViewModel results) {
        ExperimentRow selected = results.experiments().selectedProperty().get();
        List<ExperimentRow> others = results.experiments().rows().stream()
                .filter(row -> !row.isSameAs(selected) && !row.training() && row.evaluated())
                .limit(3)
                .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Pose("comparison", () -> {
                    results.experiments().table().openProperty().set(false);
                    others.forEach(row -> row.tickedProperty().set(true));
                }),
                new Pose("side-by-side", results.beyond()::showComparison),
                new Pose("difference", () -> results.comparison().modeProperty().set(ComparisonMode.DIFFERENCE)));
    }

    /** Drawn faces at native resolution, and downsampled. */
    static List<Pose> of(LiveViewModel live) {
        return List.of(new Pose("drawn", live::showDrawn), new Pose("8px", live::showLowest));
    }
}
