package org.maferstudio.network.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.ParameterSlot;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/** One SE-ResNet-50 under the names that other programs have for its layers. */
class StructureMatchTest {
    private static final NetworkSpec SPEC = new NetworkSpec(NetworkSpec.SE_RESNET_50, 3, 4, 0.1);
    private static final Pattern LAYER = Pattern.compile("conv(\\d)_(\\d)_(1x1_\\w+?|3x3)(_bn)?\\.(.*)");

    /** Names as torchvision's, with these for the two layers of the gate and for stem and classifier. */
    private record Names(String down, String up, String stem, String classifier) {
        String of(String name) {
            Matcher matcher = LAYER.matcher(name);
            if (!matcher.matches()) {
                return name.replace("conv1_7x7_s2_bn", stem + "bn1")
                        .replace("conv1_7x7_s2", stem + "conv1")
                        .replace("classifier_1", classifier);
            }
            boolean norm = matcher.group(4) != null;
            String part =
                    switch (matcher.group(3)) {
                        case "1x1_reduce" -> norm ? "bn1" : "conv1";
                        case "3x3" -> norm ? "bn2" : "conv2";
                        case "1x1_increase" -> norm ? "bn3" : "conv3";
                        case "1x1_proj" -> norm ? "downsample.1" : "downsample.0";
                        case "1x1_down" -> down;
                        default -> up;
                    };
            int stage = Integer.parseInt(matcher.group(1)) - 1;
            int block = Integer.parseInt(matcher.group(2)) - 1;
            return "layer" + stage + "." + block + "." + part + "." + matcher.group(5);
        }
    }

    private static List<Tensor> tensors(UnaryOperator<String> rename) {
        List<Tensor> tensors = new ArrayList<>();
        for (ParameterSlot slot : Blueprint.of(SPEC).slots(7)) {
            tensors.add(Tensor.ofFloats(
                    rename.apply(slot.name()),
                    new float[(int) slot.size()],
                    slot.shape().getShape()));
        }
        return tensors;
    }

    private static LoadReport report(List<Tensor> tensors) {
        return LoadReport.of(SPEC, 7, WeightFile.of(tensors, Map.of()));
    }

    private static Map<String, String> expected(UnaryOperator<String> rename) {
        Map<String, String> names = new HashMap<>();
        Blueprint.of(SPEC).slots(7).forEach(slot -> names.put(slot.name(), rename.apply(slot.name())));
        return names;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "timm, se.fc1, se.fc2, '', fc",
        "Cadene, se_module.fc1, se_module.fc2, layer0., last_linear",
        "VGGFace2-pytorch, conv4, conv5, '', fc",
        "a script of its own, se.fc.0, se.fc.2, stem., head.1"
    })
    void everyLayerIsFoundUnderTheNamesOf(String whose, String down, String up, String stem, String classifier) {
        Names names = new Names(down, up, stem, classifier);
        LoadReport report = report(tensors(names::of));
        assertEquals(expected(names::of), report.renamed());
        assertTrue(report.complete() && report.structural());
    }

    @Test
    void aFileThatIsSortedByNameIsReadAsWell() {
        Names names = new Names("se.fc1", "se.fc2", "", "fc");
        List<Tensor> tensors = tensors(name -> "module." + names.of(name));
        tensors.sort(Comparator.comparing(Tensor::name));
        assertEquals(
                expected(name -> "module." + names.of(name)), report(tensors).renamed());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void namesWithNumbersAreReadInAnyOrder(int seed) {
        Names names = new Names("se.fc1", "se.fc2", "", "fc");
        List<Tensor> tensors = tensors(names::of);
        Collections.shuffle(tensors, new Random(seed));
        assertEquals(expected(names::of), report(tensors).renamed());
    }

    @Test
    void withoutItsGatesItIsAnotherNetwork() {
        Names names = new Names("se.fc1", "se.fc2", "", "fc");
        List<Tensor> tensors = tensors(names::of);
        tensors.removeIf(tensor -> tensor.name().contains(".se."));
        assertFalse(report(tensors).completeButClassifier());
        Map<String, Tensor> byName = WeightFile.of(tensors, Map.of()).tensors();
        assertEquals("ResNet-50", UnsupportedNetwork.of(byName).orElseThrow());
    }
}
