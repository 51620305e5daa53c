package org.maferstudio.ui.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.maferstudio.augmentation.Augmentation;
import org.maferstudio.augmentation.AugmentationPart;
import org.maferstudio.augmentation.Augmenter;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Datasets;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.NetworkPlan;
import org.maferstudio.experiment.Recipe;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.Picture;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.InputContract;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.parts.Desk;
import org.maferstudio.ui.parts.JobPlan;
import org.maferstudio.ui.parts.Jobs;
import org.maferstudio.ui.parts.Newest;

/** What each random transform of a recipe does to a face of its dataset, a few variants of each. */
final class AugmentationPreview {
    /** Variants of each transform. */
    static final int VARIANTS = 5;

    /** The longest side of what is shown, in pixels: twice its place, for fine screens. */
    private static final int TRIES = 20;

    private static final int SIDE = 128;

    private final Desk desk;
    private final ReadOnlyObjectProperty<Recipe> recipe;
    private final Newest drawing;
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private final ReadOnlyObjectWrapper<Map<AugmentationPart, List<Picture>>> variants =
            new ReadOnlyObjectWrapper<>(this, "variants", Map.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private Face face;
    private int number;

    /** A face as it is in the dataset, and which one it is. */
    private record Face(int number, Picture picture) {}

    /** What was drawn of a face. */
    private record Drawn(Face face, Map<AugmentationPart, List<Picture>> variants) {}

    AugmentationPreview(Desk desk, Jobs jobs, ReadOnlyObjectProperty<Recipe> recipe) {
        this.desk = desk;
        this.recipe = recipe;
        this.drawing = new Newest(jobs);
        recipe.addListener((property, old, now) -> {
            if (now != null && (old == null || !sameView(old, now))) {
                draw();
            }
        });
        watched.addListener((property, old, now) -> draw());
        desk.datasetProperty().addListener((property, old, now) -> {
            face = null;
            draw();
        });
    }

    private static boolean sameView(Recipe one, Recipe other) {
        return one.augmentation().equals(other.augmentation()) && one.network().equals(other.network());
    }

    // Properties

    /** Whether somebody looks; nothing is drawn before. */
    BooleanProperty watchedProperty() {
        return watched;
    }

    /** Variants of each transform that the recipe has, at most {@value #SIDE} px; those it has not are missing. */
    ReadOnlyObjectProperty<Map<AugmentationPart, List<Picture>>> variantsProperty() {
        return variants.getReadOnlyProperty();
    }

    /** Why there is nothing to see; empty if there is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    // Commands

    /** Another face, and other draws. */
    void another() {
        number++;
        draw();
    }

    private void draw() {
        Recipe asked = recipe.get();
        if (!watched.get() || asked == null) {
            return;
        }
        Dataset dataset = desk.datasetProperty().get();
        int wanted = number;
        Face known = face;
        drawing.start(JobPlan.<Drawn>of(Texts.of("training.drawing-variants-of-a-face"), progress -> {
                    boolean same = known != null && known.number() == wanted;
                    Face shown = same ? known : new Face(wanted, read(dataset, wanted));
                    return new Drawn(shown, variants(asked, shown, progress));
                })
                .weighing(JobPlan.Weight.QUIET)
                .onDone(drawn -> {
                    face = drawn.face();
                    problem.set("");
                    variants.set(drawn.variants());
                })
                .onProblem(why -> {
                    problem.set(why.getMessage());
                    variants.set(Map.of());
                }));
    }

    /** A picture of the training part, or of all where there is none; neighbours often look alike, so far from the last. */
    private static Picture read(Dataset chosen, int number) {
        Dataset dataset = chosen == null ? Datasets.open(DatasetSource.of("drawn"), Progress.NONE) : chosen;
        List<Sample> training = dataset.samples(Sample.TRAIN);
        List<Sample> all = training.isEmpty() ? dataset.samples() : training;
        if (all.isEmpty()) {
            throw Problem.input(Texts.of("training.the-dataset-has-no-picture-to", dataset.name()));
        }
        int at = (int) Math.floorMod(Math.round(number * 0.618034 * all.size()), (long) all.size());
        Picture picture = all.get(at).pixels().read();
        for (int i = 1; i < TRIES && picture.isBlank(); i++) {
            picture = all.get((at + i) % all.size()).pixels().read();
        }
        return picture;
    }

    private static Map<AugmentationPart, List<Picture>> variants(Recipe recipe, Face face, Progress progress) {
        NetworkPlan network = recipe.network();
        InputContract.Colour colour = network.colour();
        boolean grey = colour == InputContract.Colour.GREY || colour == InputContract.Colour.GREY_AS_RGB;
        Picture picture = grey ? face.picture().toGrey() : face.picture();
        Map<AugmentationPart, List<Picture>> variants = new EnumMap<>(AugmentationPart.class);
        for (AugmentationPart part : AugmentationPart.values()) {
            Augmentation alone = part.of(recipe.augmentation());
            if (alone.equals(Augmentation.NONE)) {
                continue;
            }
            Augmenter augmenter = new Augmenter(alone, network.resize(), network.size(), network.kernel());
            List<Picture> some = new ArrayList<>();
            for (int i = 0; i < VARIANTS && !progress.stopRequested(); i++) {
                some.add(small(augmenter.apply(picture, new SplittableRandom(31L * face.number() + i))));
            }
            variants.put(part, some);
        }
        return variants;
    }

    private static Picture small(Picture picture) {
        return picture.width() <= SIDE ? picture : Resampling.resize(picture, SIDE, SIDE, Kernel.BILINEAR);
    }
}
