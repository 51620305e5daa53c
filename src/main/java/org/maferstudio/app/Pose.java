package org.maferstudio.app;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.augmentation.Augmentation;
import org.maferstudio.augmentation.Cutout;
import org.maferstudio.augmentation.Elasticity;
import org.maferstudio.augmentation.Motion;
import org.maferstudio.ui.results.ResultsViewModel;
import org.maferstudio.ui.results.experiments.ExperimentRow;
import org.maferstudio.ui.training.TrainingViewModel;

/**
 * A pane as it looks when someone has done something in it.
 *
 * @param name ends the name of its picture, such as {@code cell}
 * @param take does it, on the screen's thread
 */
record Pose(String name, Runnable take) {
    /** Every transform that suits the drawn faces and the compact network, and what each does. */
    private static final Augmentation EVERY = Augmentation.LIGHT
            .with(new Elasticity(0.5, 20, 4, 3))
            .with(new Motion(0.5, 0.05, 15, 0.1))
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
            poses.add(new Pose("paper", () -> {
                results.samples().clear();
                results.beyond().showPaper();
            }));
            poses.add(new Pose("datasets", results.beyond()::showDatasets));
            poses.add(new Pose("figures", results.beyond()::showFigures));
            ExperimentRow selected = results.experiments().selectedProperty().get();
            // The oldest, which was evaluated; the newest may be the training that was just begun.
            results.experiments().rows().stream()
                    .filter(row -> row != selected)
                    .reduce((newer, older) -> older)
                    .ifPresent(other -> poses.add(new Pose("comparison", () -> {
                        results.samples().clear();
                        other.tickedProperty().set(true);
                    })));
        }
        return poses;
    }
}
