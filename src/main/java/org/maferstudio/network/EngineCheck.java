package org.maferstudio.network;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.maferstudio.job.Problem;
import org.maferstudio.network.CheckRunner.Attempt;
import org.maferstudio.network.EngineVerdict.Check;
import org.maferstudio.network.EngineVerdict.Failed;
import org.maferstudio.settings.Folders;
import org.maferstudio.texts.Texts;

/**
 * Finds out how a network can be computed correctly on this processor: each plan is tried in a process of its own until
 * one passes, and the verdict is kept for the next time.
 */
final class EngineCheck {
    /** Changes with what is checked, so that older verdicts no longer count. */
    private static final String VERSION = "3";

    private static final System.Logger LOG = System.getLogger(EngineCheck.class.getName());

    private final CheckRunner runner;
    private final VerdictCache cache;
    private final String limit;

    /**
     * Checks by these.
     *
     * @param limit the instruction set that this process is limited to already; empty for none
     */
    EngineCheck(CheckRunner runner, VerdictCache cache, String limit) {
        this.runner = runner;
        this.cache = cache;
        this.limit = limit;
    }

    /** In a second process of this program, with the user's cache. */
    static EngineCheck usual() {
        return new EngineCheck(
                new ChildCheckRunner(),
                new VerdictCache(Folders.usual().cache().resolve("engine")),
                InstructionSet.settled().orElse(""));
    }

    /**
     * The verdict on a workload: the one that is kept, or a new one, which takes seconds.
     *
     * @throws Problem if the check cannot be made
     */
    EngineVerdict verdict(Workload workload) {
        Optional<EngineVerdict> known = cache.read(key(workload));
        known.ifPresent(verdict -> LOG.log(verdict.unlimited() ? Level.DEBUG : Level.INFO, verdict::sentence));
        return known.orElseGet(() -> logged(fresh(workload)));
    }

    /** The verdicts that are kept for this processor and this engine. */
    List<EngineVerdict> known() {
        return cache.all(here());
    }

    /**
     * A new verdict.
     *
     * @throws Problem if the check cannot be made
     */
    EngineVerdict fresh(Workload workload) {
        long start = System.nanoTime();
        List<Failed> failed = new ArrayList<>();
        List<Check> last = List.of();
        for (EnginePlan plan : plans()) {
            Attempt attempt = attempt(workload, plan);
            last = attempt.checks();
            if (attempt.passed()) {
                double seconds = (System.nanoTime() - start) / 1e9;
                EngineVerdict verdict = verdict(workload, plan, failed, attempt, seconds);
                cache.write(key(workload), verdict);
                return verdict;
            }
            failed.add(new Failed(plan, why(attempt)));
        }
        Attempt none = new Attempt(CheckRunner.Ending.DONE, last, "", List.of());
        return verdict(workload, null, failed, none, (System.nanoTime() - start) / 1e9);
    }

    /** With what the engine printed, which is no warning to people: the check has just judged it. */
    private static EngineVerdict logged(EngineVerdict verdict) {
        LOG.log(verdict.passed() ? Level.INFO : Level.ERROR, verdict.sentence());
        verdict.warnings().forEach(line -> LOG.log(Level.INFO, line));
        return verdict;
    }

    private List<EnginePlan> plans() {
        return limit.isEmpty() ? EnginePlan.all(System.getProperty("os.arch", "")) : EnginePlan.limitedTo(limit);
    }

    private Attempt attempt(Workload workload, EnginePlan plan) {
        try {
            return runner.run(workload, plan);
        } catch (IOException e) {
            throw Problem.failure(Texts.of("network.engineCheck.noProcess", e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.failure(Texts.of("network.engineCheck.stopped"), e);
        }
    }

    private static EngineVerdict verdict(
            Workload workload, EnginePlan plan, List<Failed> failed, Attempt attempt, double seconds) {
        return new EngineVerdict(
                workload.spec().name(),
                workload.kind().id(),
                workload.shape(),
                plan,
                failed,
                attempt.checks(),
                attempt.warnings(),
                seconds);
    }

    private static String why(Attempt attempt) {
        return switch (attempt.ending()) {
            case CRASHED -> Texts.of("network.engineCheck.crashed", attempt.unfinished());
            case HUNG -> Texts.of("network.engineCheck.hung", attempt.unfinished());
            case DONE ->
                attempt.checks().stream()
                        .filter(check -> !check.passed())
                        .findFirst()
                        .map(check -> Texts.of("network.engineCheck.wrong", check.name(), check.error()))
                        .orElse(Texts.of("network.engineCheck.nothing"));
        };
    }

    /** Whether a variable of the environment changes which kernels the engine takes. */
    private static boolean decides(String variable) {
        return Stream.of("ONEDNN_", "DNNL_", "ATEN_CPU_").anyMatch(variable::startsWith);
    }

    /** All that the verdict depends on. */
    private String key(Workload workload) {
        Map<String, String> deciding = new TreeMap<>();
        System.getenv().forEach((name, value) -> {
            if (decides(name)) {
                deciding.put(name, value);
            }
        });
        return here() + "\n" + deciding + " " + limit + "\n" + workload.toJson();
    }

    /** The beginning of every key on this processor and with this engine. */
    private static String here() {
        return String.join(
                "\n",
                VERSION,
                Processor.identity(),
                Engine.getInstance().getVersion() + " " + LibUtils.getVersion() + " " + LibUtils.getLibtorchPath());
    }
}
