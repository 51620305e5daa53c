package org.maferstudio.network.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.maferstudio.job.Progress;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;

@Tag("engine")
class SelfTestTest {
    @Test
    void everyDeviceOfAWorkingEnginePasses() {
        ComputeEngine engine = ComputeEngine.load(1);
        Optional<String> limit = InstructionSet.ofThisProcess().current();
        List<SelfTest.Result> results = SelfTest.run(engine, Progress.NONE);
        assertEquals(limit, InstructionSet.ofThisProcess().current(), "nothing was computed here");
        assertEquals(
                engine.devices(), results.stream().map(SelfTest.Result::device).toList());
        for (SelfTest.Result result : results) {
            assertTrue(result.passed() && result.milliseconds() > 0, result.sentence());
        }
    }

    @Test
    void aTestThatIsAskedToStopGivesNothing() {
        Progress stopping = new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean stopRequested() {
                return true;
            }
        };
        assertEquals(List.of(), SelfTest.run(ComputeEngine.load(1), stopping));
    }

    @Test
    void aFailureNamesTheDevice() {
        ComputeDevice card = new ComputeDevice(ComputeDevice.Kind.GPU, 0, "a card", 1);
        assertEquals(
                "GPU:0 failed: a convolution has an incorrect result.",
                new SelfTest.Result(card, "a convolution has an incorrect result", 0, List.of()).sentence());
    }
}
