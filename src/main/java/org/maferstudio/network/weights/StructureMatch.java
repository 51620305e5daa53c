package org.maferstudio.network.weights;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maferstudio.weights.Tensor;

/**
 * Recognises an SE-ResNet-50 whose layers have other names, such as timm's, Cadene's or VGGFace2-pytorch's, by the
 * shapes of its layers and their grouping by name.
 *
 * <p>Every bottleneck has exactly one 3x3 convolution with equal numbers of input and output channels. The outermost
 * name that contains one of these and no other is a block; in it, shapes identify the other layers, and their order if
 * shapes are ambiguous.
 */
public final class StructureMatch {
    private static final int[] COUNTS = {3, 4, 6, 3};
    private static final int BLOCKS = 16;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern PROJECTION = Pattern.compile("(?i).*(downsample|proj|shortcut|skip|identity).*");
    private static final Pattern CLASSIFIER =
            Pattern.compile("(?i)(.*[._])?(fc|last_linear|classifier|head|logits)\\d*");
    private static final List<String> NORM_PARTS = List.of("weight", "bias", "running_mean", "running_var");

    /** The arrays of one layer by the last part of their names. */
    private record Layer(String name, Map<String, Tensor> parts) {
        List<Long> shape() {
            Tensor weight = parts.get("weight");
            return weight == null ? List.of() : squeezed(weight.shape());
        }

        boolean isNorm() {
            return parts.containsKey("running_mean");
        }

        boolean isKernel(int side) {
            List<Long> full = parts.containsKey("weight") ? parts.get("weight").shape() : List.of();
            return full.size() == 4 && full.get(2) == side && full.get(3) == side;
        }

        /** Whether it has these numbers of inputs and outputs: a 1x1 convolution, or a linear layer. */
        boolean maps(long in, long out) {
            return !isNorm() && shape().equals(List.of(out, in));
        }

        long width() {
            return parts.get("weight").shape().get(0);
        }
    }

    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final List<Layer> middles = new ArrayList<>();

    private StructureMatch(Map<String, Tensor> tensors) {
        Map<String, Map<String, Tensor>> parts = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            int dot = name.lastIndexOf('.');
            if (dot > 0) {
                parts.computeIfAbsent(name.substring(0, dot), layer -> new LinkedHashMap<>())
                        .put(name.substring(dot + 1), tensor);
            }
        });
        inOrder(parts.keySet()).forEach(name -> layers.put(name, new Layer(name, parts.get(name))));
        layers.values().stream()
                .filter(layer -> layer.isKernel(3)
                        && layer.width() == layer.parts().get("weight").shape().get(1))
                .forEach(middles::add);
    }

    /** Names in the order of the file, but those that differ only in numbers in the order of their numbers. */
    private static List<String> inOrder(Collection<String> names) {
        Map<String, List<String>> alike = names.stream().collect(Collectors.groupingBy(StructureMatch::withoutNumbers));
        alike.values().forEach(group -> group.sort(Comparator.comparing(StructureMatch::numbers, Arrays::compare)));
        Map<String, Iterator<String>> next = new HashMap<>();
        alike.forEach((key, group) -> next.put(key, group.iterator()));
        return names.stream().map(name -> next.get(withoutNumbers(name)).next()).toList();
    }

    private static String withoutNumbers(String name) {
        return NUMBER.matcher(name).replaceAll("#");
    }

    private static BigInteger[] numbers(String name) {
        return NUMBER.matcher(name)
                .results()
                .map(found -> new BigInteger(found.group()))
                .toArray(BigInteger[]::new);
    }

    /** A shape without what stands behind the second place, where that is one. */
    public static List<Long> squeezed(List<Long> shape) {
        boolean flat = shape.size() == 4 && shape.get(2) == 1 && shape.get(3) == 1;
        return flat ? shape.subList(0, 2) : shape;
    }

    /**
     * The networks among these arrays: for each the prefix of its names, and the name in the file of each parameter that
     * was found.
     */
    static Map<String, Map<String, String>> of(Map<String, Tensor> tensors) {
        StructureMatch match = new StructureMatch(tensors);
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        match.split("", match.middles, found);
        return found;
    }

    private void split(String prefix, List<Layer> inside, Map<String, Map<String, String>> found) {
        if (inside.size() == BLOCKS) {
            network(prefix, inside).ifPresent(names -> found.put(prefix, names));
        } else if (inside.size() > BLOCKS) {
            Map<String, List<Layer>> groups = new LinkedHashMap<>();
            for (Layer layer : inside) {
                int dot = layer.name().indexOf('.', prefix.length());
                if (dot > 0) {
                    groups.computeIfAbsent(layer.name().substring(0, dot + 1), name -> new ArrayList<>())
                            .add(layer);
                }
            }
            groups.forEach((longer, group) -> split(longer, group, found));
        }
    }

    private Optional<Map<String, String>> network(String prefix, List<Layer> inside) {
        List<Layer> ordered =
                inside.stream().sorted(Comparator.comparingLong(Layer::width)).toList();
        long width = ordered.get(0).width();
        Map<String, String> names = new LinkedHashMap<>();
        List<String> blocks = new ArrayList<>();
        int at = 0;
        for (int stage = 0; stage < COUNTS.length; stage++) {
            for (int number = 0; number < COUNTS[stage]; number++, at++) {
                long middle = width << stage;
                if (ordered.get(at).width() != middle) {
                    return Optional.empty();
                }
                String container = container(ordered.get(at), inside);
                blocks.add(container);
                long in = number > 0 ? 4 * middle : stage == 0 ? middle : 2 * middle;
                String name = "conv" + (stage + 2) + "_" + (number + 1) + "_";
                if (!block(new Place(name, in, middle, number == 0), ordered.get(at), behind(container), names)) {
                    return Optional.empty();
                }
            }
        }
        List<Layer> rest = behind(prefix).stream()
                .filter(layer -> blocks.stream().noneMatch(layer.name()::startsWith))
                .toList();
        return ends(width, rest, names) ? Optional.of(names) : Optional.empty();
    }

    /** The outermost name around a layer that is around no other of these. */
    private static String container(Layer layer, List<Layer> others) {
        String name = layer.name();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' || c == '_' || c == '/') {
                String prefix = name.substring(0, i + 1);
                if (others.stream()
                                .filter(other -> other.name().startsWith(prefix))
                                .count()
                        == 1) {
                    return prefix;
                }
            }
        }
        return name;
    }

    private List<Layer> behind(String prefix) {
        return layers.values().stream()
                .filter(layer -> layer.name().startsWith(prefix))
                .toList();
    }

    /** Which block: its name here, the channels that come in and those in its middle, and whether it projects. */
    private record Place(String name, long in, long middle, boolean projects) {}

    private static boolean block(Place place, Layer middle, List<Layer> layers, Map<String, String> names) {
        long out = 4 * place.middle();
        long hidden = Math.max(1, out / 16);
        List<Layer> last = all(layers, place.middle(), out);
        Optional<Layer> projection = Optional.empty();
        if (place.projects()) {
            List<Layer> candidates = all(layers, place.in(), out);
            projection = candidates.stream()
                    .filter(StructureMatch::projects)
                    .findFirst()
                    .or(() -> candidates.stream()
                            .skip(place.in() == place.middle() ? 1 : 0)
                            .findFirst());
        }
        Optional<Layer> projecting = projection;
        Optional<Layer> first = all(layers, place.in(), place.middle()).stream().findFirst();
        Optional<Layer> increase = last.stream()
                .filter(layer -> projecting.filter(layer::equals).isEmpty())
                .findFirst();
        if (first.isEmpty() || increase.isEmpty() || (place.projects() && projecting.isEmpty())) {
            return false;
        }
        List<Layer> convolutions = new ArrayList<>(List.of(first.get(), middle, increase.get()));
        projecting.ifPresent(convolutions::add);
        List<String> ends = List.of("1x1_reduce", "3x3", "1x1_increase", "1x1_proj");
        for (int i = 0; i < convolutions.size(); i++) {
            Layer convolution = convolutions.get(i);
            Optional<Layer> norm = norm(convolution, convolutions, layers);
            if (norm.isEmpty()) {
                return false;
            }
            put(place.name() + ends.get(i), convolution, norm.get(), names);
        }
        putBoth(place.name() + "1x1_down", all(layers, out, hidden), names);
        putBoth(place.name() + "1x1_up", all(layers, hidden, out), names);
        return true;
    }

    private static List<Layer> all(List<Layer> layers, long in, long out) {
        return layers.stream().filter(layer -> layer.maps(in, out)).toList();
    }

    /**
     * The batch norm of a convolution: of those of its width, that in the same place among them. Where names tell the
     * projection's batch norm, it and the others are looked for apart.
     */
    private static Optional<Layer> norm(Layer convolution, List<Layer> convolutions, List<Layer> layers) {
        boolean notified = layers.stream().anyMatch(layer -> layer.isNorm() && projects(layer))
                && convolutions.stream().anyMatch(StructureMatch::projects);
        List<Layer> candidates = layers.stream()
                .filter(layer -> convolutions.contains(layer) || layer.isNorm())
                .filter(layer -> layer.width() == convolution.width())
                .filter(layer -> !notified || projects(layer) == projects(convolution))
                .toList();
        List<Layer> alike = candidates.stream().filter(convolutions::contains).toList();
        return candidates.stream()
                .filter(Layer::isNorm)
                .skip(alike.indexOf(convolution))
                .findFirst();
    }

    private static boolean projects(Layer layer) {
        return PROJECTION.matcher(layer.name()).matches();
    }

    private static boolean ends(long width, List<Layer> rest, Map<String, String> names) {
        Optional<Layer> stem = rest.stream()
                .filter(layer -> layer.isKernel(7) && layer.width() == width)
                .findFirst();
        Optional<Layer> norm = rest.stream()
                .filter(layer -> layer.isNorm() && layer.width() == width)
                .findFirst();
        if (stem.isEmpty() || norm.isEmpty()) {
            return false;
        }
        put("conv1_7x7_s2", stem.get(), norm.get(), names);
        long features = 32 * width;
        List<Layer> classifiers = rest.stream()
                .filter(layer -> !layer.isNorm()
                        && layer.shape().size() == 2
                        && layer.shape().get(1) == features)
                .toList();
        classifiers.stream()
                .filter(layer -> CLASSIFIER.matcher(layer.name()).matches())
                .findFirst()
                .or(() -> classifiers.stream().findFirst())
                .ifPresent(layer -> putBoth("classifier_1", List.of(layer), names));
        return true;
    }

    private static void put(String name, Layer convolution, Layer norm, Map<String, String> names) {
        names.put(name + ".weight", convolution.name() + ".weight");
        for (String part : NORM_PARTS) {
            if (norm.parts().containsKey(part)) {
                names.put(name + "_bn." + part, norm.name() + "." + part);
            }
        }
    }

    private static void putBoth(String name, List<Layer> candidates, Map<String, String> names) {
        if (!candidates.isEmpty()) {
            Layer layer = candidates.get(0);
            for (String part : List.of("weight", "bias")) {
                if (layer.parts().containsKey(part)) {
                    names.put(name + "." + part, layer.name() + "." + part);
                }
            }
        }
    }
}
