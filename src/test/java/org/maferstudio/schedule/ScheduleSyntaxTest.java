package org.maferstudio.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;

class ScheduleSyntaxTest {
    @ParameterizedTest
    @EnumSource
    void everyPresetIsReadByItsId(SchedulePreset preset) {
        assertEquals(preset.schedule(), ScheduleSyntax.schedule(preset.id()));
        assertEquals(Optional.of(preset), SchedulePreset.of(preset.schedule()));
    }

    @Test
    void readsAConstantProbability() {
        assertEquals(
                ResolutionSchedule.off().with(new DownsamplingProbability.Constant(0.5)),
                ScheduleSyntax.schedule(" p=0.5 "));
    }

    @Test
    void readsACurriculum() {
        assertEquals(
                new DownsamplingProbability.Curriculum(0.1, 0.05, 20_000, 0.8),
                ScheduleSyntax.howOften("curriculum=0.1, 0.05, 20000, 0.8"));
    }

    @Test
    void readsEachKindOfResolutions() {
        assertEquals(new Resolutions.PowersOfTwo(3, 5), ScheduleSyntax.resolutions("pow2:3-5"));
        assertEquals(Resolutions.Listed.equally(List.of(8, 12)), ScheduleSyntax.resolutions("8, 12"));
        assertEquals(new Resolutions.Listed(List.of(8, 16), List.of(2.0, 1.0)), ScheduleSyntax.resolutions("8:2,16:1"));
        assertEquals(new Resolutions.Uniform(8, 32), ScheduleSyntax.resolutions("uniform:8-32"));
        assertEquals(new Resolutions.LogUniform(8, 64), ScheduleSyntax.resolutions("log:8-64"));
    }

    @Test
    void readsKernelsAndQualities() {
        assertEquals(List.of(Kernel.BOX, Kernel.NEAREST), ScheduleSyntax.kernels("box, nearest"));
        assertEquals(List.of(10, 60), ScheduleSyntax.qualities("10,60"));
        assertEquals(List.of(), ScheduleSyntax.qualities(" "));
        Problem kernel = assertThrows(Problem.class, () -> ScheduleSyntax.kernels("box, soft"));
        assertTrue(kernel.getMessage().contains("soft"), kernel.getMessage());
        Problem quality = assertThrows(Problem.class, () -> ScheduleSyntax.qualities("10, 101"));
        assertTrue(quality.getMessage().contains("from 1 to 100, got 101"), quality.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        p=1.5                       | from 0 to 1, got 1.5
        p=often                     | "often" is not a number
        p                           | neither a preset nor a probability
        sometimes                   | neither a preset nor a probability
        curriculum=0.1,0.1          | four numbers, got 0.1,0.1
        curriculum=0.1,0.1,35000,2  | got 0.1, 2.0
        curriculum=0.1,0.1,1e4,1    | "1e4" is not a whole number
        """)
    void aWrongScheduleIsNamed(String text, String reason) {
        Problem problem = assertThrows(Problem.class, () -> ScheduleSyntax.schedule(text));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains("\"" + text + "\""), problem.getMessage());
        assertTrue(problem.getMessage().contains(reason), problem.getMessage());
        assertTrue(problem.getMessage().contains("cr-simplified"), problem.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8,",
                "eight",
                "8,1",
                "8:0",
                "8:-1",
                "pow2",
                "pow2:7-3",
                "uniform:8",
                "uniform:32-8",
                "log:0-8",
                "99999999999",
                "5000",
                "8:NaN"
            })
    void wrongResolutionsAreNamed(String text) {
        Problem problem = assertThrows(Problem.class, () -> ScheduleSyntax.resolutions(text));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains("\"" + text + "\""), problem.getMessage());
        assertTrue(problem.getMessage().contains("uniform:8-32"), problem.getMessage());
    }

    @Test
    void aWrongKernelIsNamedWithTheRightOnes() {
        Problem problem = assertThrows(Problem.class, () -> Kernel.of("mitchell"));
        assertEquals(
                "Unknown kernel \"mitchell\". Use one of bilinear, bicubic, lanczos, box, nearest, opencv-linear.",
                problem.getMessage());
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(
            @ForAll @DoubleRange(max = 1) double start,
            @ForAll @DoubleRange(max = 1) double step,
            @ForAll @IntRange(min = 1) int every) {
        DownsamplingProbability curriculum = new DownsamplingProbability.Curriculum(start, step, every, 1);
        assertEquals(curriculum, ScheduleSyntax.howOften(curriculum.text()));
        DownsamplingProbability constant = new DownsamplingProbability.Constant(start);
        assertEquals(constant, ScheduleSyntax.howOften(constant.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pow2:3-7", "8,12,16", "8:2,16:1", "uniform:8-32", "log:8-64"})
    void resolutionsAreWrittenAsTheyWereRead(String text) {
        assertEquals(text, ScheduleSyntax.resolutions(text).text());
    }
}
