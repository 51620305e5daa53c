package org.maferstudio.network.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.job.Problem;

class EngineSystemsTest {
    @ParameterizedTest
    @CsvSource({"Linux, amd64", "Linux, aarch64", "Windows 11, amd64", "Mac OS X, aarch64"})
    void theSystemsOfPyTorchHaveAnEngine(String system, String architecture) {
        assertDoesNotThrow(() -> EngineSystems.check(system, architecture));
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, x86_64", "Windows 11, aarch64", "Linux, riscv64"})
    void othersAreRefused(String system, String architecture) {
        assertThrows(Problem.class, () -> EngineSystems.check(system, architecture));
    }

    @Test
    void anIntelMacIsToldItsLimitsAndWhereToTrain() {
        Problem problem = assertThrows(Problem.class, () -> EngineSystems.check("Mac OS X", "x86_64"));
        assertEquals(
                "There is no PyTorch engine for Mac OS X on x86_64: results can be viewed and compared here, but training, "
                        + "evaluation and the live view need Linux (x86-64 or ARM), Windows (x86-64) or a Mac with Apple silicon.",
                problem.getMessage());
    }
}
