package org.maferstudio.recipe;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.image.Kernel;
import org.maferstudio.network.input.InputContract.Colour;
import org.maferstudio.schedule.ResolutionSchedule;

/** The datasets on which the paper fine-tunes, each with the input and the transforms of its authors' table. */
public enum PaperDataset {
    /** Grey faces of 48 px; a random crop of 42 px comes before the resizing. */
    FER2013("FER2013"),
    /** Aligned faces of 100 px in colour. */
    RAFDB("RAF-DB"),
    /** Sequences of 80 persons; the whole image is seen, without a crop. */
    OULUCASIA("Oulu-CASIA");

    private static final int SIDE = 224;

    private final String title;

    PaperDataset(String title) {
        this.title = title;
    }

    /** Blue, green, red, 0 to 255. */
    private List<Double> mean() {
        return switch (this) {
            case FER2013 -> Collections.nCopies(3, 133.05986);
            case RAFDB -> List.of(102.15835, 114.51117, 146.58075);
            case OULUCASIA -> Collections.nCopies(3, 131.07828);
        };
    }

    private Augmentation augmentation() {
        return switch (this) {
            case FER2013 -> AugmentationPreset.FER2013.augmentation();
            case RAFDB -> AugmentationPreset.RAFDB.augmentation();
            case OULUCASIA -> AugmentationPreset.OULUCASIA.augmentation();
        };
    }

    /** Validations twice an epoch, and once on Oulu-CASIA; gradients are summed, and leftover batches dropped. */
    private TrainingConfig course() {
        return new TrainingConfig(
                30,
                16,
                4,
                TrainingConfig.Reduction.SUM,
                TrainingConfig.Leftover.DROP,
                this == OULUCASIA ? 1 : 2,
                1,
                TrainingConfig.Measure.ACCURACY,
                TrainingConfig.At.NATIVE,
                0,
                TrainingConfig.Keep.BEST,
                0,
                17);
    }

    /** Below what the images have; the network is asked there in the end. */
    private List<Integer> resolutions() {
        return switch (this) {
            case FER2013 -> List.of(32, 16, 8);
            case RAFDB -> List.of(64, 32, 16, 8);
            case OULUCASIA -> List.of(128, 64, 32, 16, 8);
        };
    }

    /** The authors' name of it, such as {@code rafdb}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name that its readers give it, such as {@code RAF-DB}. */
    public String title() {
        return title;
    }

    /** The one that readers call so; empty if the paper does not fine-tune on it. */
    public static Optional<PaperDataset> titled(String title) {
        return Arrays.stream(values())
                .filter(dataset -> dataset.title.equals(title))
                .findFirst();
    }

    /** Returns the readers' name of a dataset for the authors' name, or the name unchanged. */
    public static String spelt(String name) {
        String letters = normalise(name);
        return Arrays.stream(values())
                .map(PaperDataset::title)
                .filter(title -> normalise(title).equals(letters))
                .findFirst()
                .orElse(name);
    }

    private static String normalise(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /**
     * The paper's second step on this dataset, on drawn faces until it is chosen: Adam, a fast classifier above slow
     * features, weighted classes, a plateau of the validation accuracy. How many epochs is
     * ours: the authors' number is not known.
     *
     * @param model whose weights it begins with; their file is still to be named
     */
    public Recipe finetuning(PaperModel model) {
        return new Recipe(
                "paper-" + id() + "-" + model.id(),
                DatasetSource.of("drawn"),
                new NetworkConfig(
                        "se-resnet-50",
                        SIDE,
                        this == OULUCASIA ? SIDE : 256,
                        Kernel.OPENCV_LINEAR,
                        Colour.BGR,
                        mean(),
                        1,
                        "",
                        model.batchNormMomentum(),
                        model),
                ResolutionSchedule.off(),
                augmentation(),
                new OptimiserConfig(OptimiserConfig.Algorithm.ADAM, 1e-2, 1e-4, 1e-4, 0.9, false, 0.9, 0.999, false),
                LearningRateConfig.DEFAULT.as(LearningRateConfig.Shape.PLATEAU),
                new LossConfig(LossConfig.ClassWeights.INVERSE_FREQUENCY, 0),
                course(),
                DeviceConfig.DEFAULT,
                resolutions());
    }
}
