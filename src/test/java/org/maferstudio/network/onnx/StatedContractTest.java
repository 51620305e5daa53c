package org.maferstudio.network.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.job.Problem;
import org.maferstudio.network.OutputValue;

class StatedContractTest {
    @TempDir
    private Path folder;

    private static JsonObject ranged(String range) {
        JsonObject json = OnnxFixtures.contract("mtl224").toJson();
        json.getAsJsonArray("outputs").get(1).getAsJsonObject().add("range", JsonParser.parseString(range));
        return json;
    }

    @Test
    void valuesGoFromMinusOneToOneUnlessARangeIsStated() {
        assertEquals(
                List.of(OutputValue.of("valence"), OutputValue.of("arousal")),
                OnnxFixtures.contract("mtl224").onnx().values());
        StatedContract contract = StatedContract.of(ranged("[1, 9]"));
        assertEquals(
                List.of(new OutputValue("valence", 1, 9), new OutputValue("arousal", 1, 9)),
                contract.onnx().values());
        assertEquals(contract, StatedContract.of(contract.toJson()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[2, 1]", "[0, 1, 2]", "[\"a\", 1]", "[\"-Infinity\", 1]", "[-1e308, 1e308]", "3"})
    void aRangeGoesFromLowToHigh(String range) {
        Problem problem = assertThrows(Problem.class, () -> StatedContract.of(ranged(range)));
        assertTrue(problem.getMessage().contains("input contract"), problem.getMessage());
    }

    @Test
    void aFileThatIsNoJsonIsRefusedWithTheLine() throws IOException {
        Path file = folder.resolve("contract.json");
        for (String text : List.of("{\n\"size\": 4,\n\"a\": ", "{\n\"size\": 4,\n\"a\" 3}")) {
            Files.writeString(file, text);
            String said =
                    assertThrows(Problem.class, () -> StatedContract.read(file)).getMessage();
            assertTrue(said.startsWith("The contract " + file + " is not valid JSON: line 3 "), said);
            assertFalse(said.contains("xception"), said);
        }
    }

    @Test
    void aFileThatIsMissingOrTooLargeIsRefused() throws IOException {
        Path file = folder.resolve("contract.json");
        String missing =
                assertThrows(Problem.class, () -> StatedContract.read(file)).getMessage();
        assertTrue(missing.startsWith("The contract " + file + " does not exist or cannot be read."), missing);
        Files.writeString(file, " ".repeat((1 << 20) + 1));
        String large =
                assertThrows(Problem.class, () -> StatedContract.read(file)).getMessage();
        assertTrue(large.startsWith("The contract " + file + " has more than 1 MB."), large);
    }

    @Test
    void aFileWithAMissingOrInvalidFieldIsNamed() throws IOException {
        Path file = folder.resolve("contract.json");
        Files.writeString(file, "{\"size\": 4}");
        String missing =
                assertThrows(Problem.class, () -> StatedContract.read(file)).getMessage();
        assertTrue(
                missing.startsWith(
                        "The description of the contract " + file + " is invalid: its field resize is missing."),
                missing);
        Files.writeString(file, ranged("[2, 1]").toString());
        String range =
                assertThrows(Problem.class, () -> StatedContract.read(file)).getMessage();
        assertTrue(range.startsWith("The description of the contract " + file + " is invalid: "), range);
    }
}
