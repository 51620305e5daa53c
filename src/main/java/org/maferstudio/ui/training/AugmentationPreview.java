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
import org.maferstudio.augmentation.AugmentationStep;
import org.maferstudio.augmentation.Augmenter;
import org.maferstudio.augmentation.RandomBlur;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.recipe.Augmentation;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Workbench;

/** Previews of each random transform of a recipe on a face of its dataset. */
final class AugmentationPreview {
    /** Variants of each transform. */
    static final int VARIANTS = 5;

    /** Longest side of a preview in pixels: twice its displayed size, for high-resolution screens. */
    private static final int TRIES = 20;

    private static final int SIDE = 128;

    private final Workbench workbench;
    private final ReadOnlyObjectProperty<Recipe> recipe;
    private final LatestJob drawing;
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private final ReadOnlyObjectWrapper<Map<AugmentationStep, List<RasterImage>>> variants =
            new ReadOnlyObjectWrapper<>(this, "variants", Map.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private Face face;
    private int number;

    /** A face of the dataset, and its index. */
    private record Face(int number, RasterImage image) {}

    /** The previews of a face. */
    private record Drawn(Face face, Map<AugmentationStep, List<RasterImage>> variants) {}

    AugmentationPreview(Workbench workbench, Jobs jobs, ReadOnlyObjectProperty<Recipe> recipe) {
        this.workbench = workbench;
        this.recipe = recipe;
        this.drawing = new LatestJob(jobs);
        recipe.addListener((property, old, now) -> {
            if (now != null && (old == null || !sameView(old, now))) {
                draw();
            }
        });
        watched.addListener((property, old, now) -> draw());
        workbench.datasetProperty().addListener((property, old, now) -> {
            face = null;
            draw();
        });
    }

    private static boolean sameView(Recipe one, Recipe other) {
        return one.augmentation().equals(other.augmentation()) && one.network().equals(other.network());
    }

    // Properties

    /** Whether the previews are visible; nothing is computed before. */
    BooleanProperty watchedProperty() {
        return watched;
    }

    /** Variants of each enabled transform, at most {@value #SIDE} px. */
    ReadOnlyObjectProperty<Map<AugmentationStep, List<RasterImage>>> variantsProperty() {
        return variants.getReadOnlyProperty();
    }

    /** Why there are no previews; empty if there are. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    // Commands

    /** Shows another face with new random draws. */
    void another() {
        number++;
        draw();
    }

    private void draw() {
        Recipe asked = recipe.get();
        if (!watched.get() || asked == null) {
            return;
        }
        Dataset dataset = workbench.datasetProperty().get();
        int wanted = number;
        Face known = face;
        drawing.start(JobPlan.<Drawn>of(Texts.of("training.form.augmentation.preview.job"), progress -> {
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

    /**
     * An image of the training split, or of all if there is none; not an adjacent one, because these are often similar.
     */
    private static RasterImage read(Dataset chosen, int number) {
        Dataset dataset = chosen == null ? Datasets.open(DatasetSource.of("drawn"), Progress.NONE) : chosen;
        List<Sample> training = dataset.samples(Sample.TRAIN);
        List<Sample> all = training.isEmpty() ? dataset.samples() : training;
        if (all.isEmpty()) {
            throw Problem.input(Texts.of("training.form.augmentation.preview.noImage", dataset.name()));
        }
        int at = (int) Math.floorMod(Math.round(number * 0.618034 * all.size()), (long) all.size());
        RasterImage image = all.get(at).pixels().read();
        for (int i = 1; i < TRIES && image.isBlank(); i++) {
            image = all.get((at + i) % all.size()).pixels().read();
        }
        return image;
    }

    private static Map<AugmentationStep, List<RasterImage>> variants(Recipe recipe, Face face, Progress progress) {
        NetworkConfig network = recipe.network();
        InputContract.Colour colour = network.colour();
        boolean grey = colour == InputContract.Colour.GREY || colour == InputContract.Colour.GREY_AS_RGB;
        RasterImage image = grey ? face.image().toGrey() : face.image();
        Map<AugmentationStep, List<RasterImage>> variants = new EnumMap<>(AugmentationStep.class);
        for (AugmentationStep part : AugmentationStep.values()) {
            Augmentation alone = part.of(recipe.augmentation());
            if (alone.equals(Augmentation.NONE)) {
                continue;
            }
            Augmenter augmenter = new Augmenter(alone, network.resize(), network.size(), network.kernel());
            List<RasterImage> some = new ArrayList<>();
            for (int i = 0; i < VARIANTS && !progress.stopRequested(); i++) {
                SplittableRandom random = new SplittableRandom(31L * face.number() + i);
                some.add(small(augmenter.apply(RandomBlur.apply(alone, image, random), random)));
            }
            variants.put(part, some);
        }
        return variants;
    }

    private static RasterImage small(RasterImage image) {
        return image.width() <= SIDE ? image : Resampling.resize(image, SIDE, SIDE, Kernel.BILINEAR);
    }
}
