package org.maferstudio.cli.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.network.onnx.DeclaredInput;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.OnnxValue;
import org.maferstudio.recipe.Json;
import org.maferstudio.results.ClassOrderCheck;
import org.maferstudio.texts.Printable;
import org.maferstudio.training.evaluation.ContractCheck;

/** What {@code mafer import-network} prints. */
public final class ContractText {
    private static final String OPEN = "?";

    private ContractText() {}

    /** What a file declares, one line each. */
    public static List<String> declared(OnnxFile file) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %s, opset %d, %,d operations, %,.1f MB of weights",
                file.path(),
                file.producer().isEmpty() ? "producer unknown" : file.producer(),
                file.opset(),
                file.operations(),
                file.weights() / 1e6));
        lines.add("input  " + named(file.input()));
        file.outputs().forEach(output -> lines.add("output " + named(output)));
        return lines;
    }

    private static String named(OnnxValue value) {
        return Printable.line(value.name()) + ": " + value.described();
    }

    /** A contract in which everything is open that the file does not declare. */
    public static String template(OnnxFile file) {
        Optional<DeclaredInput> declared = DeclaredInput.of(file);
        OptionalLong side = declared.map(DeclaredInput::side).orElse(OptionalLong.empty());
        boolean grey = declared.isPresent() && declared.get().channels() == 1;
        JsonObject json = new JsonObject();
        if (side.isPresent()) {
            json.addProperty("size", side.getAsLong());
            json.addProperty("resize", side.getAsLong());
        } else {
            json.addProperty("size", OPEN + " pixels");
            json.addProperty("resize", OPEN + " pixels, at least size; the centre is cropped");
        }
        json.addProperty("kernel", OPEN + " bilinear, bicubic, box, opencv-linear, ...");
        json.addProperty("colour", OPEN + (grey ? " grey" : " rgb, bgr or grey-as-rgb; grey for one channel"));
        json.addProperty("mean", OPEN + " one number per channel, 0 to 255, in a list");
        json.addProperty(
                "scale", OPEN + " what is multiplied after the mean is subtracted, such as 1 or 0.00392156862745098");
        json.addProperty("std", OPEN + " what is divided by in the end, one per channel in a list; [] for 1");
        json.addProperty("labels", OPEN + " classes in the order of the output, in a list");
        json.addProperty("face_margin", OPEN + " around the face's square, 0 to 1");
        json.addProperty("face_aspect", 1);
        json.addProperty("alignment", OPEN + " none, eyes or five-point");
        json.addProperty("layout", declared.map(input -> input.layout().id()).orElse(OPEN + " nchw or nhwc"));
        JsonArray outputs = new JsonArray();
        for (OnnxValue value : file.outputs()) {
            JsonObject output = new JsonObject();
            output.addProperty("name", value.name());
            output.addProperty("role", OPEN + " logits, probabilities, features or values; leave out what is not used");
            outputs.add(output);
        }
        json.add("outputs", outputs);
        return Json.gson().toJson(json);
    }

    /** One line about the new experiment. */
    public static String summary(Experiment experiment, StatedContract contract) {
        String values = contract.onnx().valueNames().isEmpty()
                ? ""
                : ", values " + String.join(", ", contract.onnx().valueNames());
        return experiment.folder() + ": " + contract.input().size() + " x "
                + contract.input().size() + " "
                + contract.input().colour().id() + ", classes "
                + String.join(", ", contract.input().labels()) + values
                + (contract.onnx().features().isPresent() ? ", features" : "");
    }

    /** The order of labels that fits best. */
    public static List<String> order(ContractCheck.Variant variant) {
        return variant.order()
                .map(finding -> finding.labels().names())
                .orElse(variant.predictions().labels().names());
    }

    /** The result of a check, one line each. */
    public static List<String> check(ContractCheck.Result result) {
        List<String> lines = new ArrayList<>();
        ContractCheck.Variant stated = result.stated();
        lines.add(String.format(
                Locale.ROOT,
                "Accuracy on %d images with this contract: %.4f; %d of %d classes are predicted.",
                result.images(),
                stated.accuracy(),
                stated.predictedClasses(),
                stated.predictions().labels().size()));
        stated.order().map(ClassOrderCheck.Finding::sentence).ifPresent(lines::add);
        for (ContractCheck.Variant variant : result.others()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-50s %.4f%s",
                    variant.title(),
                    variant.bestAccuracy(),
                    variant.order().isPresent() ? " with other labels" : ""));
        }
        lines.add(result.better()
                .map(variant -> "Pixels prepared as \"" + variant.title() + "\" fit much better. Correct colour, mean, "
                        + "scale and std in the contract, and import the network again.")
                .orElse("No other preparation of pixels fits much better."));
        return lines;
    }
}
