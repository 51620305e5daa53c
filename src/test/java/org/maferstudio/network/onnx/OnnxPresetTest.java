package org.maferstudio.network.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.job.Problem;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.OnnxType;
import org.maferstudio.onnx.OnnxValue;
import org.maferstudio.onnx.OnnxValue.Dimension;

/** Which outputs of a file are those of a public network. */
class OnnxPresetTest {
    private static OnnxValue value(OnnxType type, String name, long... sizes) {
        List<Dimension> shape = Stream.concat(
                        Stream.of(new Dimension(-1, "N")),
                        Arrays.stream(sizes).mapToObj(size -> new Dimension(size, "")))
                .toList();
        return new OnnxValue(name, type, shape);
    }

    /** A file with outputs such as {@code logits 8}, or {@code logits ?} of open size. */
    private static OnnxFile file(String outputs) {
        List<OnnxValue> values = Arrays.stream(outputs.split(", "))
                .map(output -> output.split(" "))
                .map(words -> value(
                        words.length > 2 ? OnnxType.INT64 : OnnxType.FLOAT32,
                        words[0],
                        words[1].equals("?") ? -1 : Long.parseLong(words[1])))
                .toList();
        OnnxValue input = value(OnnxType.FLOAT32, "images", 3, 224, 224);
        return new OnnxFile(Path.of("net.onnx"), "", 13, input, values, Map.of(), List.of(), List.of());
    }

    private static String described(OnnxContract contract) {
        return contract.outputs().stream()
                .map(output ->
                        output.name() + output.columns() + " " + output.role().id() + output.values())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # the only output is the network's, whatever its name
            hsemotion-b0     | y 8                            | y[] logits[]
            hsemotion-b0     | y ?                            | y[] logits[]
            hsemotion-b0-mtl | y 10                           | y[0, 8] logits[], y[8, 10] values[valence, arousal]
            # others do not matter where their columns differ
            hsemotion-b0     | attention 49, y 8              | y[] logits[]
            hsemotion-b0     | y 8, index 8 int64             | y[] logits[]
            # features by their name
            hsemotion-b0     | y 8, features 1280             | y[] logits[], features[] features[]
            hsemotion-b0     | y 8, hidden 1280               | y[] logits[]
            # names where the columns are the same
            hsemotion-b0     | probabilities 8, logits 8      | logits[] logits[]
            deepface         | logits 7, softmax 7            | softmax[] probabilities[]
            # valence and arousal in one output, in two, and behind the classes
            hsemotion-b0-mtl | y 8, affect 2                  | y[] logits[], affect[] values[valence, arousal]
            hsemotion-b0-mtl | arousal 1, y 8, valence 1      | y[] logits[], valence[] values[valence], arousal[] values[arousal]
            hsemotion-b0-mtl | y 10, embedding 1280           | y[0, 8] logits[], y[8, 10] values[valence, arousal], embedding[] features[]
            """)
    void outputsAreFoundByColumnsAndNames(String preset, String outputs, String expected) {
        assertEquals(
                expected, described(OnnxPreset.of(preset).outputs(file(outputs)).orElseThrow()));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            hsemotion-b0     | a 8, b 8
            hsemotion-b0     | a ?, b ?
            hsemotion-b0     | a 7, b 9
            hsemotion-b0-mtl | y 8, a 1, b 1
            hsemotion-b0-mtl | y 8, z 3
            hsemotion-b0     | y 8, features 1280, embedding 512
            """)
    void whereSeveralFitItRemainsOpen(String preset, String outputs) {
        OnnxFile file = file(outputs);
        assertTrue(OnnxPreset.of(preset).outputs(file).isEmpty());
        Problem problem =
                assertThrows(Problem.class, () -> OnnxPreset.of(preset).contract(file));
        assertTrue(
                problem.getMessage().contains("the preset " + preset + " does not show which of them it means"),
                problem.getMessage());
    }

    @Test
    void theInputDoesNotDependOnTheOutputs() {
        OnnxPreset preset = OnnxPreset.HSEMOTION_B0;
        assertEquals(preset.contract(file("y 8")).input(), preset.input());
        assertEquals(OnnxContract.Layout.NCHW, preset.layout());
    }
}
