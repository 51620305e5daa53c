package org.maferstudio.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.maferstudio.job.Progress;

@Tag("engine")
class SelfTestTest {
    @Test
    void everyDeviceOfAWorkingEnginePasses() {
        ComputeEngine engine = ComputeEngine.load(1);
        List<SelfTest.Result> results = SelfTest.run(engine, Progress.NONE);
        assertEquals(
                engine.devices(), results.stream().map(SelfTest.Result::device).toList());
        for (SelfTest.Result result : results) {
            assertTrue(result.passed() && result.milliseconds() > 0, result.sentence());
        }
    }

    @Test
    void aFailureNamesTheDevice() {
        ComputeDevice card = new ComputeDevice(ComputeDevice.Kind.GPU, 0, "a card", 1);
        assertEquals(
                "GPU:0 failed: a convolution is wrong.",
                new SelfTest.Result(card, "a convolution is wrong", 0, List.of()).sentence());
    }
}
