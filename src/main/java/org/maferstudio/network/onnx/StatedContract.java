package org.maferstudio.network.onnx;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.export.OnnxExport;
import org.maferstudio.network.input.ContractJson;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.onnx.OnnxContract.Layout;
import org.maferstudio.network.onnx.OnnxContract.Output;
import org.maferstudio.network.onnx.OnnxContract.Role;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.OnnxValue;
import org.maferstudio.texts.Printable;
import org.maferstudio.texts.Texts;

/**
 * Everything that has to be stated about an ONNX file: one JSON object with the fields of the input contract, and {@code
 * layout} and {@code outputs}.
 *
 * @param input how images become the input; its labels are the classes, in order
 * @param onnx the layout and the outputs
 */
public record StatedContract(InputContract input, OnnxContract onnx) {
    private static final long MOST_BYTES = 1 << 20;
    private static final Pattern LINE = Pattern.compile("at line (\\d{1,9}) ");

    /**
     * Reads a contract's file.
     *
     * @throws Problem if it cannot be read, or a field is missing or invalid
     */
    public static StatedContract read(Path file) {
        try {
            if (Files.size(InputFile.of(file)) > MOST_BYTES) {
                throw Problem.input(Texts.of("network.onnx.contract.error.large", file));
            }
            return of("contract " + file, JsonParser.parseString(Files.readString(InputFile.of(file))));
        } catch (JsonParseException e) {
            throw Problem.input(Texts.of("network.onnx.contract.error.json", file, line(e)), e);
        } catch (IOException e) {
            throw Problem.input(Texts.of("network.onnx.contract.error.file", file), e);
        }
    }

    /** The line at which Gson stops, which only its message says. */
    private static int line(JsonParseException e) {
        Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
        return line.find() ? Integer.parseInt(line.group(1)) : 1;
    }

    /**
     * Returns the contract of a network that this program has exported: it takes pixels, because mean and scale are
     * inside. Empty for files of other programs.
     *
     * @throws Problem if the file's description is invalid
     */
    public static Optional<StatedContract> ofExport(OnnxFile file) {
        String described = file.metadata().get(NetworkFile.INPUT);
        Set<String> outputs = file.outputs().stream().map(OnnxValue::name).collect(Collectors.toSet());
        if (described == null
                || !file.input().name().equals(OnnxExport.PIXELS)
                || !outputs.containsAll(List.of(OnnxExport.LOGITS, OnnxExport.FEATURES))) {
            return Optional.empty();
        }
        InputContract trained = ContractJson.readContract(ContractJson.parse("input contract", described));
        InputContract pixels = trained.withMean(
                        Collections.nCopies(trained.colour().channels(), 0.0))
                .withScale(1, List.of());
        return Optional.of(new StatedContract(
                pixels,
                new OnnxContract(
                        Layout.NCHW,
                        List.of(
                                Output.of(OnnxExport.LOGITS, Role.LOGITS),
                                Output.of(OnnxExport.FEATURES, Role.FEATURES)))));
    }

    /**
     * Parses a contract.
     *
     * @throws Problem if a field is missing or invalid
     */
    public static StatedContract of(JsonElement json) {
        return of("input contract", json);
    }

    private static StatedContract of(String what, JsonElement json) {
        InputContract input = ContractJson.readContract(what, json);
        return new StatedContract(input, readOutputs(what, json.getAsJsonObject()));
    }

    private static OnnxContract readOutputs(String what, JsonObject json) {
        try {
            List<Output> outputs = new ArrayList<>();
            for (JsonElement each : field(json, "outputs").getAsJsonArray()) {
                JsonObject output = each.getAsJsonObject();
                outputs.add(new Output(
                        field(output, "name").getAsString(),
                        choice(Role.values(), field(output, "role").getAsString()),
                        items(output, "columns").stream()
                                .map(JsonElement::getAsInt)
                                .toList(),
                        items(output, "values").stream()
                                .map(JsonElement::getAsString)
                                .toList(),
                        items(output, "range").stream()
                                .map(JsonElement::getAsDouble)
                                .toList()));
            }
            return new OnnxContract(
                    choice(Layout.values(), field(json, "layout").getAsString()), outputs);
        } catch (IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException
                | ClassCastException e) {
            throw Problem.input(
                    Texts.of("network.contract.error.value", what, Printable.line(String.valueOf(e.getMessage()))), e);
        }
    }

    private static JsonElement field(JsonObject object, String name) {
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            throw new IllegalArgumentException("its field " + name + " is missing");
        }
        return value;
    }

    private static List<JsonElement> items(JsonObject object, String name) {
        return object.has(name) ? object.getAsJsonArray(name).asList() : List.of();
    }

    private static <T extends Enum<T>> T choice(T[] values, String text) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        text + " is none of " + Arrays.toString(values).toLowerCase(Locale.ROOT)));
    }

    /** Converts the contract to JSON. */
    public JsonObject toJson() {
        JsonObject json = ContractJson.write(input);
        json.addProperty("layout", onnx.layout().id());
        JsonArray outputs = new JsonArray();
        for (Output each : onnx.outputs()) {
            JsonObject output = new JsonObject();
            output.addProperty("name", each.name());
            output.addProperty("role", each.role().id());
            add(output, "columns", each.columns(), JsonPrimitive::new);
            add(output, "values", each.values(), JsonPrimitive::new);
            add(output, "range", each.range(), JsonPrimitive::new);
            outputs.add(output);
        }
        json.add("outputs", outputs);
        return json;
    }

    /** Adds a list, if it is not empty. */
    private static <T> void add(JsonObject object, String name, List<T> items, Function<T, JsonPrimitive> json) {
        if (!items.isEmpty()) {
            JsonArray array = new JsonArray();
            items.forEach(item -> array.add(json.apply(item)));
            object.add(name, array);
        }
    }
}
