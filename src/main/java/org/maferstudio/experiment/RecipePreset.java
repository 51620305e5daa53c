package org.maferstudio.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.maferstudio.augmentation.Augmentation;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.network.InputContract.Colour;
import org.maferstudio.schedule.LoweringProbability;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.Resolutions;
import org.maferstudio.schedule.SchedulePreset;

/** Good starts; {@link #id()} is the name on the command line. */
public enum RecipePreset {
    /** A small network from scratch on small grey faces such as FER2013's. */
    COMPACT("Compact", "A small network from scratch on small grey faces such as FER2013's.") {
        @Override
        public Recipe recipe() {
            return compact();
        }
    },
    /** The same, with half of the images lowered. */
    COMPACT_MULTI("Compact, multi-resolution", "The same, with half of the images lowered to 8 to 32 px.") {
        @Override
        public Recipe recipe() {
            return compact()
                    .named(id())
                    .with(new ResolutionSchedule(
                            new LoweringProbability.Constant(0.5),
                            Resolutions.Listed.equally(List.of(8, 12, 16, 24, 32)),
                            Kernel.BILINEAR));
        }
    },
    /** Drawn faces as they are: under a minute on two cores. */
    DEMO_BASE("Demo", "Drawn faces as they are; under a minute on two cores.") {
        @Override
        public Recipe recipe() {
            return demo();
        }
    },
    /** Drawn faces, many of them lowered. */
    DEMO_MULTI(
            "Demo, multi-resolution", "Drawn faces, half of them lowered to 8 to 32 px; under a minute on two cores.") {
        @Override
        public Recipe recipe() {
            return demo().named(id())
                    .with(new ResolutionSchedule(
                            new LoweringProbability.Constant(0.5),
                            Resolutions.Listed.equally(List.of(8, 12, 16, 24, 32)),
                            Kernel.BILINEAR));
        }
    },
    /** The paper's first step: a teacher, a curriculum, a dataset of persons. */
    CR(
            "Cross-resolution, with a teacher",
            "The paper's first step on persons' faces (VGGFace2): a teacher that sees them as they are, a curriculum.") {
        @Override
        public Recipe recipe() {
            return stepOne(
                    id(),
                    SchedulePreset.CROSS_RESOLUTION_CURRICULUM,
                    new Teacher(Teacher.Who.BASE, "", Teacher.NONE.lambda()));
        }
    },
    /** The paper's simpler first step: no teacher, one image in ten is lowered. */
    CR_SIMPLIFIED(
            "Cross-resolution, simplified", "The paper's first step without a teacher: one image in ten is lowered.") {
        @Override
        public Recipe recipe() {
            return stepOne(id(), SchedulePreset.CR_SIMPLIFIED, Teacher.NONE);
        }
    },
    /** The paper's second step: Adam, a fast classifier above slow features, weighted classes, plateau. */
    PAPER_FINETUNE("The paper's fine-tuning", "SE-ResNet-50 at 224 px with the authors' optimiser and schedule.") {
        @Override
        public Recipe recipe() {
            return paper();
        }
    };

    private final String title;
    private final String description;

    RecipePreset(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** The recipe, on drawn faces until another dataset is chosen. */
    public abstract Recipe recipe();

    /** Such as {@code compact-multi}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name for people. */
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
                .orElseThrow(() -> Problem.input("There is no preset " + id + ". The presets are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(RecipePreset::id).toList()) + "."));
    }

    private static Recipe compact() {
        return new Recipe(
                "compact",
                DatasetSource.of("drawn"),
                NetworkPlan.DEFAULT,
                ResolutionSchedule.off(),
                new Augmentation(0.5, true, 0, 0, 0, 1, 0.25),
                // Adam and batches of 64 come further in the first epochs than the usual SGD and 128.
                OptimiserPlan.adam(2e-3),
                LearningRatePlan.DEFAULT,
                Objective.DEFAULT,
                new Course(12, 64, 1, 1, Course.Measure.ACCURACY, 0, 17),
                Machine.DEFAULT,
                List.of(32, 24, 16, 12, 8));
    }

    private static Recipe demo() {
        return new Recipe(
                "demo-base",
                DatasetSource.of("drawn"),
                NetworkPlan.DEFAULT,
                ResolutionSchedule.off(),
                Augmentation.LIGHT,
                // Small batches and Adam: so few images need many steps.
                OptimiserPlan.adam(3e-3),
                LearningRatePlan.DEFAULT,
                new Objective(Objective.ClassWeights.NONE, 0),
                new Course(6, 32, 1, 1, Course.Measure.ACCURACY, 0, 17),
                Machine.DEFAULT,
                List.of());
    }

    /** The first step, whatever teaches. How long it lasts is ours: nobody has seen how long theirs did. */
    private static Recipe stepOne(String name, SchedulePreset schedule, Teacher teacher) {
        return new Recipe(
                name,
                DatasetSource.of("drawn"),
                new NetworkPlan(
                        "se-resnet-50", 224, 256, Kernel.OPENCV_LINEAR, Colour.BGR, NetworkPlan.VGGFACE2_MEAN, 1),
                schedule.schedule(),
                new Augmentation(0, true, 0, 0, 0, 0, 0),
                OptimiserPlan.sgd(1e-3),
                new LearningRatePlan(
                        LearningRatePlan.Shape.PLATEAU, 0, 10, 0.5, 0.1, 1e-7, 10, LearningRatePlan.Watch.LOSS),
                new Objective(Objective.ClassWeights.NONE, 0, teacher),
                new Course(10, 32, 8, 10, Course.Measure.ACCURACY, Course.At.MEAN, 8, 0, 17),
                Machine.DEFAULT,
                List.of(128, 64, 32, 16, 8));
    }

    private static Recipe paper() {
        return new Recipe(
                "paper-finetune",
                DatasetSource.of("drawn"),
                new NetworkPlan("se-resnet-50", 224, 256, Kernel.OPENCV_LINEAR, Colour.BGR, List.of(), 1),
                new ResolutionSchedule(
                        new LoweringProbability.Constant(0.1), new Resolutions.PowersOfTwo(3, 7), Kernel.BILINEAR),
                new Augmentation(0.5, true, 0.02, 10, 0, 10, 20.0 / 224),
                new OptimiserPlan(OptimiserPlan.Algorithm.ADAM, 1e-2, 1e-4, 1e-4, 0.9, false, 0.9, 0.999, false),
                LearningRatePlan.DEFAULT.as(LearningRatePlan.Shape.PLATEAU),
                new Objective(Objective.ClassWeights.INVERSE_FREQUENCY, 0),
                new Course(30, 16, 4, 2, Course.Measure.ACCURACY, 0, 17),
                Machine.DEFAULT,
                List.of(128, 64, 32, 16, 8));
    }
}
