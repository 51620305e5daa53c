package org.maferstudio.network.engine;

import java.util.Locale;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** The systems that there are natives of PyTorch for. */
final class EngineSystems {
    private EngineSystems() {}

    /**
     * Checks that there is an engine for a system.
     *
     * @param system the value of {@code os.name}
     * @param architecture the value of {@code os.arch}
     * @throws Problem if there is none
     */
    static void check(String system, String architecture) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean arm = architecture.equals("aarch64");
        boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
        boolean supported = name.startsWith("mac") ? arm : name.startsWith("windows") ? intel : arm || intel;
        if (!supported) {
            throw Problem.failure(Texts.of("network.engine.error.system", system, architecture));
        }
    }
}
