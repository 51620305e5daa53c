package org.maferstudio.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One way to compute a network on the CPU.
 *
 * @param convolutions how they are computed
 * @param limit the largest instruction set that oneDNN may use, a value of {@code ONEDNN_MAX_CPU_ISA}; empty for all
 *     that the processor has
 */
public record EnginePlan(Convolutions convolutions, String limit) {
    /** Instruction sets to fall back to, the faster one first. */
    private static final List<String> LIMITS = List.of("AVX", "SSE41");

    /** Every plan that is worth a try on a processor, the cheapest first, as measured. */
    static List<EnginePlan> all(String architecture) {
        List<EnginePlan> plans = new ArrayList<>(limitedTo(""));
        String name = architecture.toLowerCase(Locale.ROOT);
        if (name.equals("amd64") || name.equals("x86_64")) {
            LIMITS.forEach(limit -> plans.add(new EnginePlan(Convolutions.PLAIN, limit)));
        }
        return List.copyOf(plans);
    }

    /** The plans for a process whose limit is given. */
    static List<EnginePlan> limitedTo(String limit) {
        return List.of(new EnginePlan(Convolutions.PLAIN, limit), new EnginePlan(Convolutions.REWRITTEN, limit));
    }
}
