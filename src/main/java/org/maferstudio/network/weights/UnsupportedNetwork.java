package org.maferstudio.network.weights;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.weights.Tensor;

/** Recognises unsupported networks by the names and shapes of their layers. */
final class UnsupportedNetwork {
    private static final Pattern BLOCK = Pattern.compile("(?:.*\\.)?layer([1-4])\\.(\\d{1,3})\\.(.+)");

    private static final Map<List<Integer>, String> BOTTLENECKS =
            Map.of(List.of(3, 4, 6, 3), "50", List.of(3, 4, 23, 3), "101", List.of(3, 8, 36, 3), "152");

    private static final Map<List<Integer>, String> BASIC =
            Map.of(List.of(2, 2, 2, 2), "18", List.of(3, 4, 6, 3), "34");

    /** A part of a name that only one kind of network has. */
    private record Mark(Pattern pattern, String network) {
        Mark(String pattern, String network) {
            this(Pattern.compile(pattern), network);
        }
    }

    private static final List<Mark> MARKS = List.of(
            new Mark(
                    "(.*\\.)?(blocks|layers?)\\.\\d+\\.(attn\\.qkv|attention\\.attention|self_attention)\\..*",
                    "Vision Transformer"),
            new Mark("(.*\\.)?layers\\.\\d+\\.blocks\\.\\d+\\.attn\\..*", "Swin Transformer"),
            new Mark("(.*\\.)?_blocks\\.\\d+\\._depthwise_conv\\..*", "EfficientNet"),
            new Mark("(.*\\.)?blocks\\.\\d+\\.\\d+\\.conv_(dw|pw|pwl)\\..*", "EfficientNet"),
            new Mark("(.*\\.)?features\\.denseblock\\d+\\..*", "DenseNet"),
            new Mark("(.*\\.)?features\\.\\d+\\.conv\\.\\d+\\..*", "MobileNet"),
            new Mark("(.*\\.)?(Mixed_\\d\\w|mixed_\\d\\w|repeat_\\d)\\..*", "Inception"),
            new Mark("(.*\\.)?features\\.(28|34|40)\\.weight", "VGG"),
            new Mark("(.*\\.)?body\\.\\d+\\.res_layer\\..*", "ArcFace IR-SE"),
            new Mark("(.*\\.)?fire\\d+\\..*", "SqueezeNet"));

    private UnsupportedNetwork() {}

    /** The network to which arrays with these names belong, such as {@code ResNet-50}; empty if unknown. */
    static Optional<String> of(Map<String, Tensor> tensors) {
        return resNet(tensors).or(() -> marked(tensors.keySet()));
    }

    private static Optional<String> resNet(Map<String, Tensor> tensors) {
        Map<String, TreeSet<Integer>> stages = new TreeMap<>();
        boolean gated = false;
        boolean third = false;
        boolean grouped = false;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            Matcher matcher = BLOCK.matcher(entry.getKey());
            if (matcher.matches()) {
                stages.computeIfAbsent(matcher.group(1), stage -> new TreeSet<>())
                        .add(Integer.valueOf(matcher.group(2)));
                gated |= matcher.group(3).matches("(se|fc1|fc2|conv4|conv5)[._].*|se_.*");
                third |= matcher.group(3).startsWith("conv3.");
                grouped |= matcher.group(3).equals("conv2.weight")
                        && entry.getValue().shape().size() == 4
                        && entry.getValue().shape().get(1)
                                < entry.getValue().shape().get(0);
            }
        }
        List<Integer> counts = stages.values().stream().map(TreeSet::size).toList();
        String depth = (third ? BOTTLENECKS : BASIC).get(counts);
        if (depth == null) {
            return Optional.empty();
        }
        return Optional.of((gated ? "SE-" : "") + (third && grouped ? "ResNeXt-" : "ResNet-") + depth);
    }

    private static Optional<String> marked(Collection<String> names) {
        return MARKS.stream()
                .filter(mark -> names.stream()
                        .anyMatch(name -> mark.pattern().matcher(name).matches()))
                .map(Mark::network)
                .findFirst();
    }
}
