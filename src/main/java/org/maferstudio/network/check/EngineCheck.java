package org.maferstudio.network.check;

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
import org.maferstudio.job.Progress;
import org.maferstudio.network.check.CheckRunner.Attempt;
import org.maferstudio.network.check.EngineVerdict.Check;
import org.maferstudio.network.check.EngineVerdict.Failed;
import org.maferstudio.settings.SystemFolders;
import org.maferstudio.texts.Texts;

/**
 * Finds out how a network can be computed correctly on this processor: each plan is tried in a process of its own until
 * one passes, and the verdict is kept for the next time.
 */
final class EngineCheck {
    /** Changes with what is checked, so that older verdicts no longer count. */
    private static final String VERSION = "5";

    private static final System.Logger LOG = System.getLogger(EngineCheck.class.getName());

    private final CheckRunner runner;
    private final VerdictCache cache;
    private final InstructionSet instructionSet;

    /** Checks by these, for a process that is limited in this way. */
    EngineCheck(CheckRunner runner, VerdictCache cache, InstructionSet instructionSet) {
        this.runner = runner;
        this.cache = cache;
        this.instructionSet = instructionSet;
    }

    /** In a second process of this program, with the user's cache. */
    static EngineCheck create() {
        return new EngineCheck(
                new ChildCheckRunner(new ChildProgram()),
                new VerdictCache(SystemFolders.ofThisSystem().cache().resolve("engine")),
                InstructionSet.ofThisProcess());
    }

    /**
     * Makes sure that this process computes all of some workloads correctly. One limit holds for all of them: where one
     * needs a stricter limit, the others are checked under that, too. From now on the limit holds in this process.
     *
     * @return one verdict a workload, those that are kept or new ones, which take seconds; empty if asked to stop
     * @throws Problem if the engine cannot be used for one of them, or the process would have to be limited further than
     *     it is: the next process then begins with that limit
     */
    Optional<List<EngineVerdict>> verdicts(List<Workload> workloads, Progress progress) {
        return under(limit(), workloads, progress);
    }

    private Optional<List<EngineVerdict>> under(String limit, List<Workload> workloads, Progress progress) {
        List<EngineVerdict> verdicts = new ArrayList<>();
        for (Workload workload : workloads) {
            Optional<EngineVerdict> verdict = verdict(workload, limit, progress);
            if (verdict.isEmpty()) {
                return Optional.empty();
            }
            EnginePlan plan = verdict.get().orRefuse();
            if (!plan.limit().equals(limit)) {
                return under(plan.limit(), workloads, progress);
            }
            verdicts.add(verdict.get());
        }
        if (!instructionSet.settleOn(limit)) {
            cache.writeLimit(here() + environment(), limit);
            throw Problem.failure(Texts.of(
                    "network.engineCheck.restart", workloads.get(0).spec().name(), limit));
        }
        return Optional.of(verdicts);
    }

    /** The limit of this process, or where that is still open the one that an earlier process turned out to need. */
    String limit() {
        return instructionSet.current().orElseGet(() -> cache.limit(here() + environment()));
    }

    private Optional<EngineVerdict> verdict(Workload workload, String limit, Progress progress) {
        Optional<EngineVerdict> known = cache.read(key(workload, limit));
        if (known.isPresent()) {
            LOG.log(known.get().unlimited() ? Level.DEBUG : Level.INFO, known.get()::sentence);
            return known;
        }
        progress.report(
                -1, Texts.of("network.engineCheck.progress", workload.spec().name()));
        Optional<EngineVerdict> fresh = fresh(workload, limit, progress);
        fresh.ifPresent(EngineCheck::log);
        return fresh;
    }

    /** The verdicts that are kept for this processor and this engine. */
    List<EngineVerdict> cachedVerdicts() {
        return cache.all(here());
    }

    /**
     * A new verdict, whether this process can keep to it or not; empty if asked to stop.
     *
     * @throws Problem if the check cannot be made
     */
    Optional<EngineVerdict> fresh(Workload workload, Progress progress) {
        return fresh(workload, limit(), progress);
    }

    private Optional<EngineVerdict> fresh(Workload workload, String limit, Progress progress) {
        long start = System.nanoTime();
        List<Failed> failed = new ArrayList<>();
        List<Check> last = List.of();
        for (EnginePlan plan : plans(limit)) {
            Attempt attempt = attempt(workload, plan, progress);
            if (attempt.ending() == CheckRunner.Ending.STOPPED) {
                return Optional.empty();
            }
            last = attempt.checks();
            if (attempt.passed()) {
                double seconds = (System.nanoTime() - start) / 1e9;
                EngineVerdict verdict = verdict(workload, plan, failed, attempt, seconds);
                cache.write(key(workload, limit), verdict);
                // It holds in a process with that limit as well.
                cache.write(key(workload, plan.limit()), verdict);
                return Optional.of(verdict);
            }
            failed.add(failed(plan, attempt));
        }
        Attempt none = new Attempt(CheckRunner.Ending.DONE, last, "", List.of());
        return Optional.of(verdict(workload, null, failed, none, (System.nanoTime() - start) / 1e9));
    }

    /** With what the engine printed, which is no warning to people: the check has just judged it. */
    private static void log(EngineVerdict verdict) {
        LOG.log(verdict.passed() ? Level.INFO : Level.ERROR, verdict.sentence());
        verdict.warnings().forEach(line -> LOG.log(Level.INFO, line));
    }

    /** A limit that the user has chosen stays. */
    private List<EnginePlan> plans(String limit) {
        return instructionSet.given()
                ? EnginePlan.limitedTo(limit)
                : EnginePlan.from(limit, System.getProperty("os.arch", ""));
    }

    private Attempt attempt(Workload workload, EnginePlan plan, Progress progress) {
        try {
            return runner.run(workload, plan, progress);
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

    private static Failed failed(EnginePlan plan, Attempt attempt) {
        if (attempt.ending() != CheckRunner.Ending.DONE) {
            return new Failed(plan, attempt.ending(), attempt.unfinished(), Double.NaN);
        }
        return attempt.checks().stream()
                .filter(check -> !check.passed())
                .findFirst()
                .map(check -> new Failed(plan, attempt.ending(), check.name(), check.error()))
                .orElse(new Failed(plan, attempt.ending(), "", Double.NaN));
    }

    /** Whether a variable of the environment changes which kernels the engine takes. */
    private static boolean decides(String variable) {
        return Stream.of("ONEDNN_", "DNNL_", "ATEN_CPU_").anyMatch(variable::startsWith);
    }

    /** All that the verdict depends on. */
    private static String key(Workload workload, String limit) {
        return here() + environment() + " " + limit + "\n" + workload.toJson();
    }

    /** The variables that decide, and what they are set to. */
    private static String environment() {
        Map<String, String> deciding = new TreeMap<>();
        System.getenv().forEach((name, value) -> {
            if (decides(name)) {
                deciding.put(name, value);
            }
        });
        return "\n" + deciding;
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
