package org.maferstudio.network.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.ParameterSlot;
import org.maferstudio.weights.ElementType;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

class LoadReportTest {
    private static final NetworkSpec SPEC = new NetworkSpec(NetworkSpec.SE_RESNET_18, 1, 4, 0.1);

    /** All parameters of a network with seven classes, under other names. */
    private static List<Tensor> tensors(Function<String, String> rename) {
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

    @Test
    void everyNameInPlaceIsRead() {
        LoadReport report = report(tensors(name -> name));
        assertTrue(report.complete());
        assertEquals(Map.of(), report.renamed());
        assertEquals("conv1_3x3_s2: read", report.lines().get(0));
        assertEquals("", report.unchanged());
    }

    @Test
    void whatIsKeptIsNamedByThreeArraysAndCounted() {
        LoadReport report = report(List.of());
        assertEquals(3, report.unchanged().split(" missing; ").length - 1, report.unchanged());
        assertTrue(report.unchanged().endsWith("; " + (report.entries().size() - 3) + " more"), report.unchanged());
    }

    @Test
    void aPrefixIsRecognisedAndReported() {
        LoadReport report = report(tensors(name -> "module." + name));
        assertTrue(report.complete());
        assertEquals("module.conv1_3x3_s2.weight", report.renamed().get("conv1_3x3_s2.weight"));
        assertTrue(report.sentence().contains("mostly with the prefix module."), report.sentence());
        assertEquals(
                "conv1_3x3_s2: read under other names, starting with module.conv1_3x3_s2.weight",
                report.lines().get(0));
    }

    @Test
    void twoPrefixesAreUsedIfTheClassifierHasItsOwn() {
        LoadReport report = report(tensors(name -> (name.startsWith("classifier") ? "head." : "net.body.") + name));
        assertTrue(report.complete());
        assertEquals("head.classifier_1.bias", report.renamed().get("classifier_1.bias"));
    }

    @Test
    void ofTwoNetworksInOneFileTheFirstIsTaken() {
        List<Tensor> both = tensors(name -> "student." + name);
        both.addAll(tensors(name -> "teacher." + name));
        LoadReport report = report(both);
        assertTrue(report.renamed().values().stream().allMatch(name -> name.startsWith("student.")));
        assertEquals(both.size() / 2, report.leftOut().size());
    }

    @Test
    void theOwnNameGoesBeforeAnyPrefix() {
        List<Tensor> both = tensors(name -> "ema." + name);
        both.addAll(tensors(name -> name));
        assertEquals(Map.of(), report(both).renamed());
    }

    @Test
    void aClassifierOfAnotherNameIsFoundByItsShape() {
        LoadReport report = report(tensors(name -> name.replace("classifier_1", "fc")));
        assertTrue(report.complete() && !report.structural());
        assertEquals(Map.of("classifier_1.weight", "fc.weight", "classifier_1.bias", "fc.bias"), report.renamed());
    }

    @Test
    void ofTwoLayersOfItsShapeNoneIsTakenForTheClassifier() {
        List<Tensor> both = tensors(name -> name.replace("classifier_1", "fc"));
        both.addAll(tensors(name -> name.replace("classifier_1", "other")).stream()
                .filter(tensor -> tensor.name().startsWith("other"))
                .toList());
        assertEquals(
                List.of("classifier_1.weight", "classifier_1.bias"),
                report(both).missing());
    }

    @Test
    void aPartOfANameIsNoPrefix() {
        LoadReport report = report(tensors(name -> "x" + name));
        assertEquals(List.of(), report.read());
        assertFalse(report.completeButClassifier());
    }

    @Test
    void aStrayPartOfALayerIsNotTakenForIt() {
        List<Tensor> tensors = tensors(name -> "module." + name);
        tensors.removeIf(tensor -> tensor.name().contains("classifier_1"));
        tensors.add(Tensor.ofFloats("grad.classifier_1.weight", new float[7 * 32], 7, 32));
        LoadReport report = report(tensors);
        assertEquals(List.of("classifier_1.weight", "classifier_1.bias"), report.missing());
        assertEquals(List.of("grad.classifier_1.weight"), report.leftOut());
    }

    @Test
    void wholeNumbersAreNoWeights() {
        List<Tensor> tensors = tensors(name -> name);
        Tensor first = tensors.get(0);
        tensors.set(
                0,
                new Tensor(
                        first.name(), ElementType.I32, first.shape(), ByteBuffer.allocate(4 * (int) first.elements())));
        LoadReport report = report(tensors);
        assertEquals(List.of(first.name()), report.otherShape());
        assertEquals(
                "conv1_3x3_s2: weight is [4, 1, 3, 3] in the network, but I32 [4, 1, 3, 3] in the file",
                report.lines().get(0));
    }

    @Test
    void whatIsMissingAndWhatIsLeftOutIsNamedByLayer() {
        List<Tensor> tensors = tensors(name -> name.equals("conv1_3x3_s2_bn.bias") ? "stranger.bias" : name);
        tensors.add(Tensor.ofLongs("conv1_3x3_s2_bn.num_batches_tracked", 3));
        LoadReport report = report(tensors);
        assertEquals(
                "conv1_3x3_s2_bn: weight read; bias missing; running_mean read; running_var read",
                report.lines().get(1));
        assertEquals(List.of("stranger.bias"), report.leftOut());
        assertEquals(
                "stranger.bias: only in the file, ignored",
                report.lines().get(report.lines().size() - 1));
    }
}
