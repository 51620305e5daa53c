package org.maferstudio.network.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.input.ContractJson;

/**
 * What a network is about to compute on the CPU, as far as it decides which of the engine's kernels run.
 *
 * @param spec which network
 * @param kind with gradients or without
 * @param batches how many images each step has, at least 1 each; each number is checked
 * @param height of the input, in pixels
 * @param width of the input, in pixels
 * @param threads that a computation may use
 */
public record Workload(NetworkSpec spec, Kind kind, List<Integer> batches, int height, int width, int threads) {
    /** With gradients or without. */
    public enum Kind {
        TRAINING,
        INFERENCE;

        /** The name in files, such as {@code training}. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Workload {
        batches = List.copyOf(batches);
        if (batches.isEmpty() || batches.stream().anyMatch(batch -> batch < 1) || threads < 1) {
            throw new IllegalArgumentException(
                    "batches of at least one image and one thread, got " + batches + ", " + threads);
        }
    }

    /** One image and a small batch: what inference is checked at, whatever the size of its batches. */
    private static final List<Integer> INFERENCE_BATCHES = List.of(1, 8);

    /**
     * What the program trains and evaluates most: the compact network as its default recipe has it, and the paper's
     * network in its usual size.
     */
    static List<Workload> common(int threads) {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(
                        of(NetworkSpec.seResNet18(1), kind, 128, 44, 44, threads),
                        of(NetworkSpec.seResNet50(), kind, 8, 224, 224, threads)))
                .toList();
    }

    /** What a network is checked for; the batch counts for a training alone. */
    static Workload of(NetworkSpec spec, Kind kind, int batch, int height, int width, int threads) {
        // The momentum changes numbers, not kernels.
        return new Workload(
                spec.withBatchNormMomentum(1),
                kind,
                kind == Kind.TRAINING ? List.of(batch) : INFERENCE_BATCHES,
                height,
                width,
                threads);
    }

    /** The shape of the input for display, such as {@code 16 x 3 x 224 x 224}. */
    String shape() {
        String numbers = batches.stream().map(String::valueOf).collect(Collectors.joining(" or "));
        return numbers + " x " + spec.channels() + " x " + height + " x " + width;
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.add("network", ContractJson.write(spec));
        json.addProperty("kind", kind.id());
        JsonArray numbers = new JsonArray();
        batches.forEach(numbers::add);
        json.add("batches", numbers);
        json.addProperty("height", height);
        json.addProperty("width", width);
        json.addProperty("threads", threads);
        return json;
    }

    static Workload ofJson(JsonObject json) {
        List<Integer> batches = new ArrayList<>();
        for (JsonElement batch : json.getAsJsonArray("batches")) {
            batches.add(batch.getAsInt());
        }
        return new Workload(
                ContractJson.readSpec(json.get("network")),
                Kind.valueOf(json.get("kind").getAsString().toUpperCase(Locale.ROOT)),
                batches,
                json.get("height").getAsInt(),
                json.get("width").getAsInt(),
                json.get("threads").getAsInt());
    }
}
