package org.maferstudio.network.onnx;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputContract.Colour;
import org.maferstudio.network.onnx.OnnxContract.Layout;
import org.maferstudio.network.onnx.OnnxContract.Role;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.texts.Printable;
import org.maferstudio.texts.Texts;

/**
 * Contracts of public networks. They are taken from documentation and source code and have not been tried with the
 * published files, so they are marked as unverified; a check on labelled images shows whether they fit.
 */
public enum OnnxPreset {
    /** FER+, of the ONNX model zoo: {@code emotion-ferplus-8.onnx}. */
    FERPLUS(
            "ferplus",
            "FER+ (ONNX model zoo, emotion-ferplus-8)",
            new Images(64, Colour.GREY, 0.02, Alignment.NONE),
            Scaling.PIXELS,
            new PresetOutputs(
                    Layout.NCHW,
                    Role.LOGITS,
                    List.of("neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt"),
                    List.of())),
    /** HSEmotion and EmotiEffLib: {@code enet_b0_8_*}. */
    HSEMOTION_B0(
            "hsemotion-b0",
            "HSEmotion, EmotiEffLib (enet_b0_8)",
            new Images(224, Colour.RGB, 0, Alignment.NONE),
            Scaling.IMAGENET,
            new PresetOutputs(Layout.NCHW, Role.LOGITS, Names.HSEMOTION, List.of())),
    /** The same with valence and arousal: {@code enet_b0_8_va_mtl}. */
    HSEMOTION_B0_MTL(
            "hsemotion-b0-mtl",
            "HSEmotion, EmotiEffLib (enet_b0_8_va_mtl)",
            new Images(224, Colour.RGB, 0, Alignment.NONE),
            Scaling.IMAGENET,
            new PresetOutputs(Layout.NCHW, Role.LOGITS, Names.HSEMOTION, Names.AFFECT)),
    /** HSEmotion and EmotiEffLib: {@code enet_b2_8}. */
    HSEMOTION_B2(
            "hsemotion-b2",
            "HSEmotion, EmotiEffLib (enet_b2_8)",
            new Images(260, Colour.RGB, 0, Alignment.NONE),
            Scaling.IMAGENET,
            new PresetOutputs(Layout.NCHW, Role.LOGITS, Names.HSEMOTION, List.of())),
    /** EmotiEffLib: {@code mbf_va_mtl}. */
    MOBILEFACENET_MTL(
            "mbf-va-mtl",
            "EmotiEffLib (mbf_va_mtl)",
            new Images(112, Colour.RGB, 0, Alignment.NONE),
            Scaling.SIGNED,
            new PresetOutputs(Layout.NCHW, Role.LOGITS, Names.HSEMOTION, Names.AFFECT)),
    /** OpenCV's model zoo: {@code facial_expression_recognition_mobilefacenet}. */
    OPENCV_ZOO(
            "opencv-zoo",
            "OpenCV zoo (facial_expression_recognition_mobilefacenet)",
            new Images(112, Colour.RGB, 0, Alignment.FIVE_POINT),
            Scaling.SIGNED,
            new PresetOutputs(
                    Layout.NCHW,
                    Role.LOGITS,
                    List.of("anger", "disgust", "fear", "happiness", "neutral", "sadness", "surprise"),
                    List.of())),
    /** DeepFace's network of expressions, exported from Keras. */
    DEEPFACE(
            "deepface",
            "DeepFace (facial_expression_model, exported from Keras)",
            new Images(48, Colour.GREY, 0, Alignment.NONE),
            Scaling.UNIT,
            new PresetOutputs(
                    Layout.NHWC,
                    Role.PROBABILITIES,
                    List.of("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral"),
                    List.of()));

    private final String id;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers and enums
    private final Images images;

    private final Scaling scaling;

    @SuppressWarnings("ImmutableEnumChecker") // its lists are immutable
    private final PresetOutputs outputs;

    OnnxPreset(String id, String title, Images images, Scaling scaling, PresetOutputs outputs) {
        this.id = id;
        this.title = title;
        this.images = images;
        this.scaling = scaling;
        this.outputs = outputs;
    }

    private record Images(int size, Colour colour, double margin, Alignment alignment) {}

    private static final class Names {
        private static final List<String> HSEMOTION =
                List.of("anger", "contempt", "disgust", "fear", "happiness", "neutral", "sadness", "surprise");
        private static final List<String> AFFECT = List.of("valence", "arousal");
    }

    /** The name on the command line. */
    public String id() {
        return id;
    }

    /** The network, for display. */
    public String title() {
        return title;
    }

    /**
     * The preset of a name.
     *
     * @throws Problem if there is none
     */
    public static OnnxPreset of(String id) {
        for (OnnxPreset preset : values()) {
            if (preset.id.equals(id)) {
                return preset;
            }
        }
        throw Problem.input(Texts.of(
                "network.onnx.preset.error.name",
                id,
                List.of(values()).stream().map(OnnxPreset::id).collect(Collectors.joining(", "))));
    }

    /**
     * The contract of a file.
     *
     * @throws Problem if it has several outputs, and it remains open which one is what
     */
    public StatedContract contract(OnnxFile file) {
        OnnxContract onnx = outputs(file)
                .orElseThrow(() -> Problem.input(Texts.of(
                        "network.onnx.preset.error.outputs",
                        file.path(),
                        id,
                        file.outputs().stream()
                                .map(output -> Printable.line(output.name()))
                                .collect(Collectors.joining(", ")))));
        return new StatedContract(input(), onnx);
    }

    /** Which outputs of a file are the network's; empty if it has several, and it remains open which one is what. */
    public Optional<OnnxContract> outputs(OnnxFile file) {
        return outputs.of(file);
    }

    /** The order of the input's dimensions. */
    public Layout layout() {
        return outputs.layout();
    }

    /** How images become the input, and the classes. */
    public InputContract input() {
        return scaling.of(new InputContract(
                images.size(),
                images.size(),
                Kernel.BILINEAR,
                images.colour(),
                Collections.nCopies(images.colour().channels(), 0.0),
                1,
                List.of(),
                outputs.labels(),
                images.margin(),
                1,
                images.alignment()));
    }
}
