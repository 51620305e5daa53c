package org.maferstudio.app;

import java.time.Duration;
import org.maferstudio.cli.WindowBenchmark;

/** Measures the window of this program. */
final class WindowProbes implements WindowBenchmark {
    @Override
    public Pulses measure(Duration duration) throws Exception {
        DisplayCheck.ofThisMachine().requireWindow();
        return new PulseProbe().run(duration);
    }

    @Override
    public Looks look(int samples) throws Exception {
        DisplayCheck.ofThisMachine().requireWindow();
        return new LookProbe(samples).run();
    }
}
