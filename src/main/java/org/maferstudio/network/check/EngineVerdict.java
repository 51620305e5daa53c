package org.maferstudio.network.check;

import java.util.List;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.Convolutions;
import org.maferstudio.texts.Texts;

/**
 * The result of an engine check: how a network can be computed correctly on this processor.
 *
 * @param network its name
 * @param kind {@code training} or {@code inference}
 * @param shape of the input, such as {@code 16 x 3 x 224 x 224}
 * @param plan the first one that passed; null if none did
 * @param failed the plans tried before it
 * @param checks the layers of the plan that passed, or of the last one tried
 * @param warnings printed by the engine, each line once
 * @param seconds duration of the check
 */
public record EngineVerdict(
        String network,
        String kind,
        String shape,
        EnginePlan plan,
        List<Failed> failed,
        List<Check> checks,
        List<String> warnings,
        double seconds) {
    public EngineVerdict {
        failed = List.copyOf(failed);
        checks = List.copyOf(checks);
        warnings = List.copyOf(warnings);
    }

    /**
     * What a layer's check said.
     *
     * @param name of the layer and its shapes
     * @param error the largest difference from float64, as a share of the largest value; NaN where something is not a
     *     number
     */
    public record Check(String name, double error) {
        /** Float32 is within 1e-5; kernels that fail are off by tenths. */
        private static final double TOLERANCE = 1e-4;

        /** Whether the layer is computed correctly. */
        public boolean passed() {
            return error <= TOLERANCE;
        }
    }

    /**
     * A plan that failed.
     *
     * @param ending how the check ended
     * @param layer the one that crashed, hung or was wrong; empty if the check ended without a result
     * @param error of a wrong layer, as in {@link Check}; NaN otherwise
     */
    public record Failed(EnginePlan plan, CheckRunner.Ending ending, String layer, double error) {
        /** Where it crashed, hung or was wrong, for display. */
        public String why() {
            return switch (ending) {
                case CRASHED -> Texts.of("network.engineCheck.crashed", layer);
                case HUNG -> Texts.of("network.engineCheck.hung", layer);
                case DONE, STOPPED ->
                    layer.isEmpty()
                            ? Texts.of("network.engineCheck.nothing")
                            : Texts.of("network.engineCheck.wrong", layer, error);
            };
        }
    }

    /** Whether the network can be computed here. */
    public boolean passed() {
        return plan != null;
    }

    /** Whether the engine computes as it always does: nothing is limited and nothing is rewritten. */
    public boolean unlimited() {
        return passed() && limitedTo().isEmpty() && plan.convolutions() == Convolutions.PLAIN;
    }

    /** The instruction set that oneDNN is limited to; empty for none. */
    public String limitedTo() {
        return passed() ? plan.limit() : "";
    }

    /** How the convolutions are computed: {@code plain}, {@code rewritten}; empty if no plan passed. */
    public String convolutions() {
        return passed() ? plan.convolutions().id() : "";
    }

    /** The largest error of the plan that passed. */
    public double largestError() {
        return checks.stream().mapToDouble(Check::error).max().orElse(Double.NaN);
    }

    /** One sentence or two for display: what was found, what is done about it, and what that costs. */
    public String sentence() {
        if (!passed()) {
            return Texts.of("network.engineCheck.failed", network, kind, shape, reasons());
        }
        if (!plan.limit().isEmpty() && !failed.isEmpty()) {
            return Texts.of("network.engineCheck.limited", network, kind, shape, reasons(), plan.limit());
        }
        if (plan.convolutions() == Convolutions.REWRITTEN) {
            return Texts.of("network.engineCheck.rewritten", network, kind, shape, reasons());
        }
        return Texts.of("network.engineCheck.passed", network, kind, shape, largestError(), seconds);
    }

    private String reasons() {
        return failed.stream().map(Failed::why).distinct().collect(Collectors.joining("; "));
    }

    /**
     * The verdicts that earlier checks left for this processor and the engine that is loaded.
     */
    public static List<EngineVerdict> cached() {
        return EngineCheck.create().cachedVerdicts();
    }

    /**
     * The plan that passed.
     *
     * @throws Problem if none did: nothing is computed on numbers that are known to be wrong
     */
    EnginePlan orRefuse() {
        if (!passed()) {
            throw Problem.failure(sentence());
        }
        return plan;
    }
}
