package org.maferstudio.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maferstudio.image.Kernel;
import org.maferstudio.texts.Texts;

/** Named schedules. */
public enum SchedulePreset implements NamedSchedule {
    /** The schedule of the baseline: no downsampling. */
    OFF("off", Texts.of("schedule.preset.off.label"), Texts.of("schedule.preset.off.help")),
    /** The paper's, without a teacher. */
    CR_SIMPLIFIED("cr-simplified", "CR-Simplified", Texts.of("schedule.preset.crSimplified.help")),
    /** The paper's curriculum. */
    CROSS_RESOLUTION_CURRICULUM(
            "cross-resolution-curriculum",
            Texts.of("schedule.preset.crossResolutionCurriculum.label"),
            Texts.of("schedule.preset.crossResolutionCurriculum.help")),
    /** Not from the paper. */
    SMALL_FACES(
            "small-faces", Texts.of("schedule.preset.smallFaces.label"), Texts.of("schedule.preset.smallFaces.help"));

    private final String id;
    private final String title;
    private final String explanation;

    SchedulePreset(String id, String title, String explanation) {
        this.id = id;
        this.title = title;
        this.explanation = explanation;
    }

    /** Returns the preset with an identifier, such as {@code cr-simplified}. */
    public static Optional<SchedulePreset> of(String id) {
        return Arrays.stream(values()).filter(preset -> preset.id.equals(id)).findFirst();
    }

    /** Returns the preset that equals a schedule. */
    public static Optional<SchedulePreset> of(ResolutionSchedule schedule) {
        return Arrays.stream(values())
                .filter(preset -> preset.schedule().equals(schedule))
                .findFirst();
    }

    /** The identifier on the command line and in files. */
    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public ResolutionSchedule schedule() {
        Resolutions paper = new Resolutions.PowersOfTwo(3, 7);
        return switch (this) {
            case OFF -> ResolutionSchedule.off();
            case CR_SIMPLIFIED ->
                new ResolutionSchedule(new DownsamplingProbability.Constant(0.1), paper, Kernel.BILINEAR);
            case CROSS_RESOLUTION_CURRICULUM ->
                new ResolutionSchedule(
                        new DownsamplingProbability.Curriculum(0.1, 0.1, 35_000, 1), paper, Kernel.BILINEAR);
            case SMALL_FACES ->
                new ResolutionSchedule(
                        new DownsamplingProbability.Constant(0.5),
                        Resolutions.Listed.equally(List.of(8, 12, 16, 24, 32)),
                        Kernel.BILINEAR);
        };
    }
}
