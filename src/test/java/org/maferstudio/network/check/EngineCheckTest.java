package org.maferstudio.network.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.architecture.Convolutions;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.check.CheckRunner.Attempt;
import org.maferstudio.network.check.CheckRunner.Ending;
import org.maferstudio.network.check.EngineVerdict.Check;
import org.maferstudio.network.engine.ComputeEngine;

@Tag("engine")
class EngineCheckTest {
    private static final Workload WORKLOAD = new Workload(
            new NetworkSpec(NetworkSpec.SE_RESNET_18, 1, 4, 1), Workload.Kind.TRAINING, List.of(3), 16, 17, 1);
    private static final Workload LARGER = new Workload(WORKLOAD.spec(), WORKLOAD.kind(), List.of(4), 16, 17, 1);
    private static final EnginePlan PLAIN = new EnginePlan(Convolutions.PLAIN, "");
    private static final boolean LIMITS = System.getProperty("os.arch").matches("amd64|x86_64");
    private static final String LAYER = "convolution of (1, 4)";
    private static final Attempt CORRECT = attempt(Ending.DONE, 1e-6);

    @TempDir
    private Path folder;

    private static Attempt attempt(Ending ending, double error) {
        return new Attempt(ending, List.of(new Check(LAYER, error)), LAYER, List.of("a warning"));
    }

    /** In a process that has computed nothing. */
    private EngineCheck check(CheckRunner runner) {
        return check(runner, new Properties());
    }

    /** In a process of which these properties hold what it has settled on. */
    private EngineCheck check(CheckRunner runner, Properties process) {
        ComputeEngine.load(1);
        return new EngineCheck(
                runner, new VerdictCache(folder.resolve("cache")), new InstructionSet("", process, limit -> {}));
    }

    private static Properties settled(String limit) {
        Properties process = new Properties();
        new InstructionSet("", process, each -> {}).settleOn(limit);
        return process;
    }

    private static EngineVerdict verdict(EngineCheck check) {
        return check.fresh(WORKLOAD, Progress.NONE).orElseThrow();
    }

    private static List<EngineVerdict> verdicts(EngineCheck check, Workload... workloads) {
        return check.verdicts(List.of(workloads), Progress.NONE).orElseThrow();
    }

    @ParameterizedTest(name = "{0}, error {1}")
    @CsvSource(
            textBlock =
                    """
                    DONE,    0.43, 'convolution of (1, 4) is incorrect (error 4.3E-01)'
                    DONE,    NaN,  'convolution of (1, 4) is incorrect (error NaN)'
                    CRASHED, 0,    'convolution of (1, 4) crashes the program'
                    HUNG,    0,    'convolution of (1, 4) does not finish'
                    """)
    void aPlanThatFailsIsFollowedByTheNext(Ending ending, double error, String why) {
        List<EnginePlan> tried = new ArrayList<>();
        EngineVerdict verdict = verdict(check((workload, plan, progress) -> {
            tried.add(plan);
            return tried.size() == 1 ? attempt(ending, error) : CORRECT;
        }));
        assertEquals(new EnginePlan(Convolutions.REWRITTEN, ""), verdict.orRefuse());
        assertEquals(why, verdict.failed().get(0).why());
        assertTrue(verdict.sentence().contains(why), verdict.sentence());
        assertEquals(1e-6, verdict.largestError());
    }

    @Test
    void theInstructionSetIsLimitedOnlyWhereNothingElseHelps() {
        EngineVerdict verdict = verdict(
                check((workload, plan, progress) -> plan.limit().isEmpty() ? attempt(Ending.CRASHED, 0) : CORRECT));
        assertEquals(LIMITS, verdict.passed());
        assertEquals(LIMITS ? "AVX" : "", verdict.limitedTo());
    }

    @Test
    void whereNoPlanPassesNothingIsComputed() {
        EngineVerdict verdict = verdict(check((workload, plan, progress) -> attempt(Ending.DONE, Double.NaN)));
        assertFalse(verdict.passed());
        Problem problem = assertThrows(Problem.class, verdict::orRefuse);
        assertTrue(problem.getMessage().contains("does not compute se-resnet-18 correctly"), problem.getMessage());
    }

    @Test
    void aVerdictIsKeptForTheSameWorkloadAndTheSameLimit() {
        List<Workload> checked = new ArrayList<>();
        CheckRunner runner = (workload, plan, progress) -> {
            checked.add(workload);
            return CORRECT;
        };
        List<EngineVerdict> first = verdicts(check(runner), WORKLOAD);
        assertEquals(first, verdicts(check(runner), WORKLOAD));
        assertEquals(1, checked.size());
        verdicts(check(runner), LARGER);
        verdicts(check(runner, settled("AVX")), WORKLOAD);
        assertEquals(List.of(WORKLOAD, LARGER, WORKLOAD), checked);
    }

    @Test
    void aRefusalIsNotKept() {
        EngineCheck wrong = check((workload, plan, progress) -> attempt(Ending.HUNG, 0));
        assertThrows(Problem.class, () -> verdicts(wrong, WORKLOAD));
        assertTrue(verdicts(check((workload, plan, progress) -> CORRECT), WORKLOAD)
                .get(0)
                .passed());
    }

    @Test
    void aDamagedVerdictIsMadeAgain() throws Exception {
        EngineCheck check = check((workload, plan, progress) -> CORRECT);
        verdicts(check, WORKLOAD);
        try (var files = Files.list(folder.resolve("cache"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "{\"key\": ");
            }
        }
        assertTrue(verdicts(check, WORKLOAD).get(0).passed());
    }

    /** A processor on which one workload is computed correctly only under a limit, and the other in any way. */
    private static Attempt largerNeedsAvx(Workload workload, EnginePlan plan, Progress progress) {
        return workload.equals(LARGER) && plan.limit().isEmpty() ? attempt(Ending.CRASHED, 0) : CORRECT;
    }

    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void oneLimitSuitsAllThatARunComputes() {
        Properties process = new Properties();
        List<EngineVerdict> verdicts =
                verdicts(check(EngineCheckTest::largerNeedsAvx, process), WORKLOAD, LARGER, WORKLOAD);
        assertEquals(
                List.of("AVX", "AVX", "AVX"),
                verdicts.stream().map(EngineVerdict::limitedTo).toList());
        assertEquals(Optional.of("AVX"), new InstructionSet("", process, limit -> {}).current());
        assertEquals(
                verdicts.get(1),
                verdicts(check((workload, plan, progress) -> null, process), LARGER)
                        .get(0));
    }

    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void afterARestartTheLimitIsThereThatWasMissed() {
        CheckRunner runner = EngineCheckTest::largerNeedsAvx;
        EngineCheck first = check(runner);
        assertEquals("", verdicts(first, WORKLOAD).get(0).limitedTo());
        Problem problem = assertThrows(Problem.class, () -> verdicts(first, LARGER));
        assertTrue(problem.getMessage().contains("Restart the program. It then starts with this limit"));
        EngineCheck restarted = check(runner);
        assertEquals("AVX", verdicts(restarted, WORKLOAD).get(0).limitedTo());
        assertEquals("AVX", verdicts(restarted, LARGER).get(0).limitedTo());
    }

    @Test
    void aDamagedLimitCountsAsNone() {
        VerdictCache cache = new VerdictCache(folder);
        cache.writeLimit("key", "AVX");
        assertEquals("AVX", cache.limit("key"));
        cache.writeLimit("key", "AV");
        assertEquals("", cache.limit("key"));
    }

    @Test
    void aLimitThatTheUserHasChosenStays() {
        ComputeEngine.load(1);
        InstructionSet chosen = new InstructionSet("AVX2", new Properties(), limit -> {});
        List<EnginePlan> tried = new ArrayList<>();
        EngineCheck check = new EngineCheck(
                (workload, plan, progress) -> {
                    tried.add(plan);
                    return attempt(Ending.CRASHED, 0);
                },
                new VerdictCache(folder),
                chosen);
        assertThrows(Problem.class, () -> verdicts(check, WORKLOAD));
        assertEquals(EnginePlan.limitedTo("AVX2"), tried);
    }

    @Test
    void ifTheLimitCannotBeSetTheProblemNamesTheVariable() {
        InstructionSet set = new InstructionSet("", new Properties(), limit -> {
            throw new UnsatisfiedLinkError("no library c");
        });
        assertTrue(set.settleOn(""));
        InstructionSet other = new InstructionSet("", new Properties(), limit -> {
            throw new UnsatisfiedLinkError("no library c");
        });
        Problem problem = assertThrows(Problem.class, () -> other.settleOn("AVX"));
        assertTrue(problem.getMessage().contains("ONEDNN_MAX_CPU_ISA=AVX"), problem.getMessage());
        assertEquals(Optional.empty(), other.current());
    }

    @Test
    void aCheckThatIsAskedToStopEndsWithoutAVerdict() {
        EngineCheck check = check((workload, plan, progress) -> attempt(Ending.STOPPED, 0));
        assertEquals(Optional.empty(), check.verdicts(List.of(WORKLOAD), Progress.NONE));
        assertEquals(List.of(), check.cachedVerdicts());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "crash, CRASHED, false",
        "fatal, CRASHED, false",
        "hang, HUNG, false",
        "stop, STOPPED, false",
        "wrong, DONE, false",
        "correct, DONE, true"
    })
    void anotherProcessMayCrashHangOrBeWrong(String does, Ending ending, boolean passed) throws Exception {
        Attempt attempt = process(does).run(WORKLOAD, PLAIN, Progress.NONE);
        assertEquals(ending, attempt.ending());
        assertEquals(passed, attempt.passed());
        assertEquals(passed ? List.of("[NNPACK.cpp:57] Could not initialize NNPACK!") : List.of(), attempt.warnings());
        if (ending != Ending.DONE) {
            assertEquals(LAYER, attempt.unfinished());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"fail, IllegalStateException: no memory)", "kill, memory ran out"})
    void anyOtherEndSaysNothingAboutTheEngineAndIsNotKept(String does, String why) {
        EngineCheck check = check(process(does));
        Problem problem = assertThrows(Problem.class, () -> verdicts(check, WORKLOAD));
        assertTrue(problem.getMessage().contains(why), problem.getMessage());
        assertEquals(List.of(), check.cachedVerdicts());
    }

    @Test
    void aCheckCanBeStopped() throws Exception {
        Progress stopping = new Progress() {
            @Override
            public void report(double fraction, String message) {
                throw new AssertionError(message);
            }

            @Override
            public boolean stopRequested() {
                return true;
            }
        };
        assertEquals(
                Ending.STOPPED, process("hang").run(WORKLOAD, PLAIN, stopping).ending());
    }

    private static ChildCheckRunner process(String does) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FakeCheckProcess.class.getName(),
                does);
        return new ChildCheckRunner(new ChildProgram(command, Duration.ofSeconds(does.equals("hang") ? 5 : 60)));
    }

    @Test
    void thisProcessorHasAPlanForANarrowNetwork() {
        EngineVerdict verdict = verdict(check(new ChildCheckRunner(new ChildProgram())));
        assertTrue(verdict.passed(), verdict.sentence());
        assertTrue(verdict.largestError() < 1e-5, verdict.toString());
        assertTrue(
                verdict.checks().stream().anyMatch(check -> check.name().startsWith("convolution 3x3, stride 2")),
                verdict.toString());
    }
}
