package org.maferstudio.network.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.maferstudio.onnx.OnnxFile;

class OnnxManualTest {
    private static String page() throws IOException {
        return Files.readString(Path.of("src/site/markdown/onnx.md"));
    }

    @Test
    void theContractOfTheManualIsThatOfItsPreset() throws IOException {
        Matcher block = Pattern.compile("(?s)```json\n(.*?)```").matcher(page());
        assertTrue(block.find());
        StatedContract written = StatedContract.of(JsonParser.parseString(block.group(1)));
        OnnxFile file = OnnxFile.read(OnnxFixtures.file("mtl224"));
        StatedContract preset = OnnxPreset.HSEMOTION_B0_MTL.contract(file);
        assertEquals(preset.onnx(), written.onnx());
        assertEquals(
                preset.input(), written.input().withFaces(0, written.input().alignment()));
        assertEquals(written, StatedContract.of(written.toJson()));
    }

    @Test
    void theManualListsEveryPreset() throws IOException {
        for (OnnxPreset preset : OnnxPreset.values()) {
            assertTrue(page().contains("`" + preset.id() + "`"), preset.id());
        }
    }
}
