package org.maferstudio.network.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maferstudio.network.architecture.Convolutions;

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

    /**
     * Every plan that is worth a try on a processor, the cheapest first, as measured: those under a limit, then those
     * under stricter ones.
     */
    static List<EnginePlan> from(String limit, String architecture) {
        List<EnginePlan> plans = new ArrayList<>(limitedTo(limit));
        String name = architecture.toLowerCase(Locale.ROOT);
        if (name.equals("amd64") || name.equals("x86_64")) {
            // All of them where there is no limit, since that is not in the list.
            LIMITS.subList(LIMITS.indexOf(limit) + 1, LIMITS.size())
                    .forEach(stricter -> plans.add(new EnginePlan(Convolutions.PLAIN, stricter)));
        }
        return List.copyOf(plans);
    }

    /** Whether a text is a limit that the program may set. */
    static boolean isLimit(String text) {
        return LIMITS.contains(text);
    }

    /** The plans under one limit; empty for none. */
    static List<EnginePlan> limitedTo(String limit) {
        return List.of(new EnginePlan(Convolutions.PLAIN, limit), new EnginePlan(Convolutions.REWRITTEN, limit));
    }
}
