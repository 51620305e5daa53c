package org.maferstudio.network.input;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.texts.Texts;

/** Input contracts and network specifications as JSON, for experiment.json and the metadata of weight files. */
public final class ContractJson {
    private ContractJson() {}

    /** Converts a contract to JSON. */
    public static JsonObject write(InputContract contract) {
        JsonObject json = new JsonObject();
        json.addProperty("size", contract.size());
        json.addProperty("resize", contract.resize());
        json.addProperty("kernel", contract.kernel().id());
        json.addProperty("colour", contract.colour().id());
        JsonArray mean = new JsonArray();
        contract.mean().forEach(mean::add);
        json.add("mean", mean);
        json.addProperty("scale", contract.scale());
        if (!contract.std().isEmpty()) {
            JsonArray std = new JsonArray();
            contract.std().forEach(std::add);
            json.add("std", std);
        }
        JsonArray labels = new JsonArray();
        contract.labels().forEach(labels::add);
        json.add("labels", labels);
        json.addProperty("face_margin", contract.faceMargin());
        json.addProperty("face_aspect", contract.faceAspect());
        json.addProperty("alignment", contract.alignment().id());
        return json;
    }

    /**
     * Parses a contract; unknown fields are ignored, and one without {@code alignment} has none.
     *
     * @throws Problem if a field is missing or invalid: the preparation of images is never guessed
     */
    public static InputContract readContract(JsonElement json) {
        return readContract("input contract", json);
    }

    /**
     * The same of a contract that is named in messages.
     *
     * @param what such as {@code contract net.json}
     */
    public static InputContract readContract(String what, JsonElement json) {
        return read(
                what,
                json,
                object -> new InputContract(
                        field(object, "size").getAsInt(),
                        field(object, "resize").getAsInt(),
                        choice(
                                Kernel.values(),
                                Kernel::id,
                                field(object, "kernel").getAsString()),
                        choice(
                                InputContract.Colour.values(),
                                InputContract.Colour::id,
                                field(object, "colour").getAsString()),
                        items(object, "mean").map(JsonElement::getAsDouble).toList(),
                        field(object, "scale").getAsDouble(),
                        object.has("std")
                                ? items(object, "std")
                                        .map(JsonElement::getAsDouble)
                                        .toList()
                                : List.of(),
                        items(object, "labels").map(JsonElement::getAsString).toList(),
                        field(object, "face_margin").getAsDouble(),
                        field(object, "face_aspect").getAsDouble(),
                        object.has("alignment")
                                ? choice(
                                        Alignment.values(),
                                        Alignment::id,
                                        field(object, "alignment").getAsString())
                                : Alignment.NONE));
    }

    /** Converts a network's specification to JSON. */
    public static JsonObject write(NetworkSpec spec) {
        JsonObject json = new JsonObject();
        json.addProperty("name", spec.name());
        json.addProperty("channels", spec.channels());
        json.addProperty("width", spec.width());
        json.addProperty("batch_norm_momentum", spec.batchNormMomentum());
        return json;
    }

    /**
     * Parses a specification; unknown fields are ignored.
     *
     * @throws Problem if a field is missing or invalid
     */
    public static NetworkSpec readSpec(JsonElement json) {
        return read(
                "network",
                json,
                object -> new NetworkSpec(
                        field(object, "name").getAsString(),
                        field(object, "channels").getAsInt(),
                        field(object, "width").getAsInt(),
                        field(object, "batch_norm_momentum").getAsDouble()));
    }

    /**
     * Parses text from a weight file's metadata.
     *
     * @throws Problem if it is not JSON
     */
    public static JsonElement parse(String what, String text) {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException e) {
            throw Problem.input(Texts.of("network.contract.error.json", what), e);
        }
    }

    private static <T> T read(String what, JsonElement json, Function<JsonObject, T> reader) {
        try {
            return reader.apply(json.getAsJsonObject());
        } catch (IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException
                | ClassCastException
                | NullPointerException
                | JsonParseException e) {
            throw Problem.input(Texts.of("network.contract.error.value", what, e.getMessage()), e);
        }
    }

    private static JsonElement field(JsonObject object, String name) {
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            throw new IllegalArgumentException("its field " + name + " is missing");
        }
        return value;
    }

    private static Stream<JsonElement> items(JsonObject object, String name) {
        List<JsonElement> items = new ArrayList<>();
        field(object, name).getAsJsonArray().forEach(items::add);
        return items.stream();
    }

    private static <T> T choice(T[] values, Function<T, String> id, String text) {
        return Arrays.stream(values)
                .filter(value -> id.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        text + " is none of " + Arrays.stream(values).map(id).toList()));
    }
}
