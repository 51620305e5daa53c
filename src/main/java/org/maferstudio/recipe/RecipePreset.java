package org.maferstudio.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.image.GreyWeights;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.network.input.InputContract.Colour;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.Resolutions;
import org.maferstudio.schedule.SchedulePreset;
import org.maferstudio.texts.Texts;

/** Good starts; {@link #id()} is the name on the command line. */
public enum RecipePreset implements RecipeStart {
    /** A small network from scratch on small grey faces such as FER2013's. */
    COMPACT(Texts.of("recipe.preset.compact.title"), Texts.of("recipe.preset.compact.description")),
    /** The same, with half of the images downsampled. */
    COMPACT_MULTI(Texts.of("recipe.preset.compactMulti.title"), Texts.of("recipe.preset.compactMulti.description")),
    /** The compact network that is included with the program, on FER2013. */
    FER2013_BASE(Texts.of("recipe.preset.fer2013.title"), Texts.of("recipe.preset.fer2013.description")),
    /** The same, with four images in ten downsampled. */
    FER2013_MULTI(Texts.of("recipe.preset.fer2013Multi.title"), Texts.of("recipe.preset.fer2013Multi.description")),
    /** The same, with a teacher and a growing share of downsampled images. */
    FER2013_TEACHER(
            Texts.of("recipe.preset.fer2013Teacher.title"), Texts.of("recipe.preset.fer2013Teacher.description")),
    /** A network without a stride at the start, with averaged weights: the start of the next two. */
    FER2013_FINE(Texts.of("recipe.preset.fer2013Fine.title"), Texts.of("recipe.preset.fer2013Fine.description")),
    /** Its training continued, with itself as the teacher. */
    FER2013_FINE_BASELINE(
            Texts.of("recipe.preset.fer2013FineBaseline.title"),
            Texts.of("recipe.preset.fer2013FineBaseline.description")),
    /** The same, with half of the images downsampled by one of four kernels. */
    FER2013_FINE_MULTI(
            Texts.of("recipe.preset.fer2013FineMulti.title"), Texts.of("recipe.preset.fer2013FineMulti.description")),
    /** Drawn faces as they are: under a minute on two cores. */
    DEMO_BASE(Texts.of("recipe.preset.demo.title"), Texts.of("recipe.preset.demo.description")),
    /** Drawn faces, half of them downsampled. */
    DEMO_MULTI(Texts.of("recipe.preset.demoMulti.title"), Texts.of("recipe.preset.demoMulti.description")),
    /** The paper's first step: a teacher, a curriculum, a dataset of persons. */
    CR(Texts.of("recipe.preset.cr.title"), Texts.of("recipe.preset.cr.description")),
    /** The paper's simpler first step: no teacher, one image in ten is downsampled. */
    CR_SIMPLIFIED(Texts.of("recipe.preset.crSimplified.title"), Texts.of("recipe.preset.crSimplified.description")),
    /** The paper's model CR, trained further on frames of Aff-Wild2, all of them downsampled. */
    CR_AFFWILD2(Texts.of("recipe.preset.crAffwild2.title"), Texts.of("recipe.preset.crAffwild2.description")),
    /** The paper's second step where its authors have no values for a dataset: RAF-DB's, and a mean that is measured. */
    PAPER_FINETUNE(Texts.of("recipe.preset.finetune.title"), Texts.of("recipe.preset.finetune.description")),
    PAPER_FER2013_BASE(PaperDataset.FER2013, PaperModel.BASE),
    PAPER_FER2013_CR(PaperDataset.FER2013, PaperModel.CR),
    PAPER_FER2013_CR_SIMPLIFIED(PaperDataset.FER2013, PaperModel.CR_SIMPLIFIED),
    PAPER_FER2013_CR_AFFWILD2(PaperDataset.FER2013, PaperModel.CR_AFFWILD2),
    PAPER_RAFDB_BASE(PaperDataset.RAFDB, PaperModel.BASE),
    PAPER_RAFDB_CR(PaperDataset.RAFDB, PaperModel.CR),
    PAPER_RAFDB_CR_SIMPLIFIED(PaperDataset.RAFDB, PaperModel.CR_SIMPLIFIED),
    PAPER_RAFDB_CR_AFFWILD2(PaperDataset.RAFDB, PaperModel.CR_AFFWILD2),
    PAPER_OULUCASIA_BASE(PaperDataset.OULUCASIA, PaperModel.BASE),
    PAPER_OULUCASIA_CR(PaperDataset.OULUCASIA, PaperModel.CR),
    PAPER_OULUCASIA_CR_SIMPLIFIED(PaperDataset.OULUCASIA, PaperModel.CR_SIMPLIFIED),
    PAPER_OULUCASIA_CR_AFFWILD2(PaperDataset.OULUCASIA, PaperModel.CR_AFFWILD2);

    private final String title;
    private final String description;
    /** The paper's dataset that this fine-tunes on, and the model that it begins with; null in the others. */
    private final PaperDataset dataset;

    private final PaperModel model;

    RecipePreset(String title, String description) {
        this.title = title;
        this.description = description;
        this.dataset = null;
        this.model = null;
    }

    /** One of the paper's four models on one of its three datasets. */
    RecipePreset(PaperDataset dataset, PaperModel model) {
        String name = model.published().orElseThrow();
        this.title = Texts.of("recipe.preset.paper.title", dataset.title(), name);
        this.description = Texts.of("recipe.preset.paper.description", name, dataset.title());
        this.dataset = dataset;
        this.model = model;
    }

    @Override
    public Recipe recipe() {
        Recipe made =
                switch (this) {
                    case COMPACT -> compact();
                    case COMPACT_MULTI -> compact().with(halfOfThemSmall());
                    case FER2013_BASE -> RecipeResource.read(id(), compact());
                    case FER2013_MULTI, FER2013_TEACHER, FER2013_FINE ->
                        RecipeResource.read(id(), FER2013_BASE.recipe());
                    case FER2013_FINE_BASELINE -> RecipeResource.read(id(), FER2013_FINE.recipe());
                    case FER2013_FINE_MULTI -> RecipeResource.read(id(), FER2013_FINE_BASELINE.recipe());
                    case DEMO_BASE -> demo();
                    case DEMO_MULTI -> demo().with(halfOfThemSmall());
                    case CR ->
                        stepOne(
                                SchedulePreset.CROSS_RESOLUTION_CURRICULUM,
                                new TeacherConfig(
                                        TeacherConfig.Who.BASE,
                                        "",
                                        TeacherConfig.NONE.lambda(),
                                        TeacherConfig.Draws.OWN));
                    case CR_SIMPLIFIED -> stepOne(SchedulePreset.CR_SIMPLIFIED, TeacherConfig.NONE);
                    case CR_AFFWILD2 -> affWild2();
                    case PAPER_FINETUNE -> paper();
                    default -> dataset.finetuning(model);
                };
        return made.named(id());
    }

    /** Such as {@code compact-multi}. */
    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of all presets. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(RecipePreset::id).toList();
    }

    @Override
    public String title() {
        return title;
    }

    /** One sentence. */
    public String description() {
        return description;
    }

    /**
     * The preset of this name.
     *
     * @throws Problem if there is none, naming those that there are
     */
    public static RecipePreset of(String id) {
        return Arrays.stream(values())
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> Problem.input(Texts.of("recipe.preset.error.unknown", id, String.join(", ", ids()))));
    }

    private static ResolutionSchedule halfOfThemSmall() {
        return new ResolutionSchedule(
                new DownsamplingProbability.Constant(0.5),
                Resolutions.Listed.equally(List.of(8, 12, 16, 24, 32)),
                Kernel.BILINEAR);
    }

    private static Recipe compact() {
        return new Recipe(
                "compact",
                DatasetSource.of("drawn"),
                NetworkConfig.DEFAULT,
                ResolutionSchedule.off(),
                Augmentation.LIGHT.with(new Cutout(1, 1, 0.25, Cutout.Fill.MEAN)),
                // Adam and batches of 64 come further in the first epochs than the usual SGD and 128.
                OptimiserConfig.adam(2e-3),
                LearningRateConfig.DEFAULT,
                LossConfig.DEFAULT,
                new TrainingConfig(12, 64, 1, 1, TrainingConfig.Measure.ACCURACY, 0, 17),
                DeviceConfig.DEFAULT,
                List.of(32, 24, 16, 12, 8));
    }

    private static Recipe demo() {
        return new Recipe(
                "demo-base",
                DatasetSource.of("drawn"),
                NetworkConfig.DEFAULT,
                ResolutionSchedule.off(),
                Augmentation.LIGHT,
                // Small batches and Adam: so few images need many steps.
                OptimiserConfig.adam(3e-3),
                LearningRateConfig.DEFAULT,
                new LossConfig(LossConfig.ClassWeights.NONE, 0),
                new TrainingConfig(6, 32, 1, 1, TrainingConfig.Measure.ACCURACY, 0, 17),
                DeviceConfig.DEFAULT,
                List.of());
    }

    /**
     * The first step, with any teacher. Its duration is our choice, as the authors' is not known. With a teacher, training
     * starts from the base model and its batch norms stay as they are; without one, it may start from scratch.
     */
    private static Recipe stepOne(SchedulePreset schedule, TeacherConfig teacher) {
        return new Recipe(
                "cr",
                DatasetSource.of("drawn"),
                new NetworkConfig(
                        "se-resnet-50",
                        224,
                        256,
                        Kernel.BILINEAR,
                        Colour.BGR,
                        NetworkConfig.VGGFACE2_MEAN,
                        1,
                        "",
                        teacher.teaches() ? 0 : 0.1,
                        PaperModel.OTHER),
                schedule.schedule(),
                Augmentation.NONE.cropped(0).greyed(0.2).with(GreyWeights.BGR),
                OptimiserConfig.sgd(1e-3),
                new LearningRateConfig(
                        LearningRateConfig.Shape.PLATEAU,
                        0,
                        10,
                        0.5,
                        0.1,
                        1e-7,
                        10,
                        0,
                        teacher.teaches() ? LearningRateConfig.Watch.LOSS_WITH_TEACHER : LearningRateConfig.Watch.LOSS),
                new LossConfig(LossConfig.ClassWeights.NONE, 0, teacher),
                new TrainingConfig(
                        10,
                        32,
                        8,
                        TrainingConfig.Reduction.SUM,
                        TrainingConfig.Leftover.DROP,
                        10,
                        1,
                        TrainingConfig.Measure.ACCURACY,
                        TrainingConfig.At.LOW,
                        8,
                        TrainingConfig.Keep.BEST,
                        0,
                        17),
                DeviceConfig.DEFAULT,
                List.of(128, 64, 32, 16, 8));
    }

    /**
     * The first step goes on without a teacher. The rate of Adam and
     * the validations of an epoch are ours: the authors' are not known.
     */
    private static Recipe affWild2() {
        return RecipeJson.change(
                stepOne(SchedulePreset.CR_SIMPLIFIED, TeacherConfig.NONE),
                Map.ofEntries(
                        Map.entry("schedule.howOften", new DownsamplingProbability.Constant(1)),
                        Map.entry("optimiser.algorithm", "adam"),
                        Map.entry("learningRate.shape", "step"),
                        Map.entry("learningRate.factor", 0.1),
                        Map.entry("learningRate.everyValidations", 10),
                        Map.entry("course.validationsPerEpoch", 2)));
    }

    private static Recipe paper() {
        return RecipeJson.change(
                PaperDataset.RAFDB.finetuning(PaperModel.OTHER),
                Map.of("network.mean", List.of(), "resolutions", List.of(128, 64, 32, 16, 8)));
    }
}
