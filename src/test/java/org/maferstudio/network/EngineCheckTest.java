package org.maferstudio.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.job.Problem;
import org.maferstudio.network.CheckRunner.Attempt;
import org.maferstudio.network.CheckRunner.Ending;
import org.maferstudio.network.EngineVerdict.Check;

@Tag("engine")
class EngineCheckTest {
    private static final Workload WORKLOAD = new Workload(
            new NetworkSpec(NetworkSpec.SE_RESNET_18, 1, 4, 1), Workload.Kind.TRAINING, List.of(3), 16, 17, 1);
    private static final String LAYER = "convolution of (1, 4)";
    private static final Attempt CORRECT = attempt(Ending.DONE, 1e-6);

    @TempDir
    private Path folder;

    private static Attempt attempt(Ending ending, double error) {
        return new Attempt(ending, List.of(new Check(LAYER, error)), LAYER, List.of("a warning"));
    }

    private EngineCheck check(CheckRunner runner) {
        ComputeEngine.load(1);
        return new EngineCheck(runner, new VerdictCache(folder.resolve("cache")), "");
    }

    @ParameterizedTest(name = "{0}, error {1}")
    @CsvSource(
            textBlock =
                    """
                    DONE,    0.43, 'convolution of (1, 4) is wrong (error 4.3e-01)'
                    DONE,    NaN,  'convolution of (1, 4) is wrong (error NaN)'
                    CRASHED, 0,    'convolution of (1, 4) ends the program'
                    HUNG,    0,    'convolution of (1, 4) does not end'
                    """)
    void aPlanThatFailsIsFollowedByTheNext(Ending ending, double error, String why) {
        List<EnginePlan> tried = new ArrayList<>();
        EngineVerdict verdict = check((workload, plan) -> {
                    tried.add(plan);
                    return tried.size() == 1 ? attempt(ending, error) : CORRECT;
                })
                .verdict(WORKLOAD);
        assertEquals(new EnginePlan(Convolutions.REWRITTEN, ""), verdict.orRefuse());
        assertEquals(why, verdict.failed().get(0).why());
        assertTrue(verdict.sentence().contains(why), verdict.sentence());
        assertEquals(1e-6, verdict.largestError());
    }

    @Test
    void theInstructionSetIsLimitedOnlyWhereNothingElseHelps() {
        EngineVerdict verdict = check((workload, plan) -> plan.limit().isEmpty() ? attempt(Ending.CRASHED, 0) : CORRECT)
                .verdict(WORKLOAD);
        boolean canBe = System.getProperty("os.arch").matches("amd64|x86_64");
        assertEquals(canBe, verdict.passed());
        assertEquals(canBe ? "AVX" : "", verdict.limitedTo());
    }

    @Test
    void whereNoPlanPassesNothingIsComputed() {
        EngineVerdict verdict =
                check((workload, plan) -> attempt(Ending.DONE, Double.NaN)).verdict(WORKLOAD);
        assertFalse(verdict.passed());
        Problem problem = assertThrows(Problem.class, verdict::orRefuse);
        assertTrue(problem.getMessage().contains("does not compute se-resnet-18 correctly"), problem.getMessage());
    }

    @Test
    void aVerdictIsKeptForTheSameWorkloadAndTheSameLimit() {
        List<Workload> checked = new ArrayList<>();
        CheckRunner runner = (workload, plan) -> {
            checked.add(workload);
            return CORRECT;
        };
        EngineVerdict first = check(runner).verdict(WORKLOAD);
        assertEquals(first, check(runner).verdict(WORKLOAD));
        assertEquals(1, checked.size());
        Workload larger = new Workload(WORKLOAD.spec(), WORKLOAD.kind(), List.of(4), 16, 17, 1);
        check(runner).verdict(larger);
        new EngineCheck(runner, new VerdictCache(folder.resolve("cache")), "AVX").verdict(WORKLOAD);
        assertEquals(List.of(WORKLOAD, larger, WORKLOAD), checked);
    }

    @Test
    void aRefusalIsNotKept() {
        check((workload, plan) -> attempt(Ending.HUNG, 0)).verdict(WORKLOAD);
        assertTrue(check((workload, plan) -> CORRECT).verdict(WORKLOAD).passed());
    }

    @Test
    void aDamagedVerdictIsMadeAgain() throws Exception {
        check((workload, plan) -> CORRECT).verdict(WORKLOAD);
        try (var files = Files.list(folder.resolve("cache"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "{\"key\": ");
            }
        }
        assertTrue(check((workload, plan) -> CORRECT).verdict(WORKLOAD).passed());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"crash, CRASHED, false", "hang, HUNG, false", "wrong, DONE, false", "correct, DONE, true"})
    void anotherProcessMayCrashHangOrBeWrong(String does, Ending ending, boolean passed) throws Exception {
        Attempt attempt = process(does).run(WORKLOAD, EnginePlan.limitedTo("").get(0));
        assertEquals(ending, attempt.ending());
        assertEquals(passed, attempt.passed());
        assertEquals(passed ? List.of("[NNPACK.cpp:57] Could not initialize NNPACK!") : List.of(), attempt.warnings());
        if (ending != Ending.DONE) {
            assertEquals(LAYER, attempt.unfinished());
        }
    }

    @Test
    void aStoppedCheckSaysNothingAboutTheEngine() {
        assertThrows(InterruptedException.class, () -> process("stop")
                .run(WORKLOAD, EnginePlan.limitedTo("").get(0)));
    }

    private static ChildCheckRunner process(String does) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FakeCheckProcess.class.getName(),
                does);
        return new ChildCheckRunner(command, Duration.ofSeconds(does.equals("hang") ? 5 : 60));
    }

    @Test
    void thisProcessorHasAPlanForANarrowNetwork() {
        EngineVerdict verdict = check(new ChildCheckRunner()).verdict(WORKLOAD);
        assertTrue(verdict.passed(), verdict.sentence());
        assertTrue(verdict.largestError() < 1e-5, verdict.toString());
        assertTrue(
                verdict.checks().stream().anyMatch(check -> check.name().startsWith("convolution 3x3, stride 2")),
                verdict.toString());
    }
}
