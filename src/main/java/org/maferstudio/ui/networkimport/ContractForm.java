package org.maferstudio.ui.networkimport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputContract.Colour;
import org.maferstudio.network.onnx.DeclaredInput;
import org.maferstudio.network.onnx.OnnxContract;
import org.maferstudio.network.onnx.OnnxContract.Layout;
import org.maferstudio.network.onnx.OnnxContract.Output;
import org.maferstudio.network.onnx.Scaling;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.network.onnx.UnknownClasses;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.onnx.OnnxValue;
import org.maferstudio.texts.Texts;

/**
 * The contract of a network while it is stated. Filled in from the start is only what the file declares: nothing is
 * guessed.
 */
final class ContractForm {
    private final ParsedText<Integer> size =
            new ParsedText<>(text -> Typed.whole(text, InputContract.LEAST_SIZE, InputContract.MOST_SIZE));
    private final ParsedText<Integer> resize =
            new ParsedText<>(text -> Typed.whole(text, InputContract.LEAST_SIZE, InputContract.MOST_RESIZE));
    private final ObjectProperty<Kernel> kernel = new SimpleObjectProperty<>(this, "kernel");
    private final ObjectProperty<Colour> colour = new SimpleObjectProperty<>(this, "colour");
    private final ObjectProperty<Scaling> scaling = new SimpleObjectProperty<>(this, "scaling");
    private final ParsedText<List<Double>> mean = new ParsedText<>(Typed::numbers);
    private final ParsedText<Double> scale = new ParsedText<>(Typed::positive);
    private final ParsedText<List<Double>> std = new ParsedText<>(Typed::positives);
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(this, "layout");
    private final ParsedText<List<String>> labels = new ParsedText<>(Typed::labels);
    private final ObjectProperty<Alignment> alignment = new SimpleObjectProperty<>(this, "alignment");
    private final ParsedText<Double> margin = new ParsedText<>(text -> Typed.number(text, 0, 1));
    private final ParsedText<Double> aspect = new ParsedText<>(text -> Typed.number(text, 0.1, 10));
    private final ObservableList<OutputRow> outputs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<StatedContract> contract = new ReadOnlyObjectWrapper<>(this, "contract");
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper(this, "missing", "");
    private OnnxFile file;
    /** Whether fields are being filled in, one after another. */
    private boolean filling;

    ContractForm() {
        // Before the contract is made of the fields.
        scaling.addListener((property, old, now) -> applyScaling());
        colour.addListener((property, old, now) -> applyScaling());
        List<ObservableValue<?>> fields = new ArrayList<>(List.of(kernel, colour, layout, alignment));
        Stream.of(size, resize, mean, scale, std, labels, margin, aspect)
                .forEach(each -> fields.add(each.textProperty()));
        fields.forEach(each -> each.addListener((property, old, now) -> update()));
        Stream.of(mean, scale, std).forEach(each -> each.textProperty().addListener((property, old, now) -> {
            if (!filling) {
                scaling.set(null); // Typed by hand.
            }
        }));
    }

    // Properties

    /** The side of the input, in pixels. */
    ParsedText<Integer> size() {
        return size;
    }

    /** The side before the centre is cropped, in pixels. */
    ParsedText<Integer> resize() {
        return resize;
    }

    /** How images are resized; null if not stated. */
    ObjectProperty<Kernel> kernelProperty() {
        return kernel;
    }

    /** Grey or colour, and the order of channels; null if not stated. */
    ObjectProperty<Colour> colourProperty() {
        return colour;
    }

    /** A usual scaling, which fills in the next three; null for what is typed there. */
    ObjectProperty<Scaling> scalingProperty() {
        return scaling;
    }

    /** What is subtracted, by channel, 0 to 255. */
    ParsedText<List<Double>> mean() {
        return mean;
    }

    /** What is multiplied then. */
    ParsedText<Double> scale() {
        return scale;
    }

    /** What is divided by in the end, by channel; blank for 1. */
    ParsedText<List<Double>> std() {
        return std;
    }

    /** The order of the input's dimensions; null if not stated. */
    ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    /** The classes in the order of the output. */
    ParsedText<List<String>> labels() {
        return labels;
    }

    /** The warning about classes that are no expressions; empty if there are none. */
    StringBinding classesWarning() {
        return Bindings.createStringBinding(
                () -> labels.value().flatMap(UnknownClasses::warning).orElse(""), labels.textProperty());
    }

    /** How faces are aligned; null if not stated. */
    ObjectProperty<Alignment> alignmentProperty() {
        return alignment;
    }

    /** The margin around a face's square, as a share of its side. */
    ParsedText<Double> margin() {
        return margin;
    }

    /** Width over height of a face's crop. */
    ParsedText<Double> aspect() {
        return aspect;
    }

    /** The outputs, and parts of them. */
    ObservableList<OutputRow> outputs() {
        return outputs;
    }

    /** The contract; null while something is missing. */
    ReadOnlyObjectProperty<StatedContract> contractProperty() {
        return contract.getReadOnlyProperty();
    }

    /** What is still missing, in one sentence; empty if nothing is. */
    ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    // Commands

    /** Begins with a file: fills in what it declares, and clears the rest. */
    void begin(OnnxFile network) {
        file = network;
        fill(() -> {
            Stream.of(size, resize, mean, scale, std, labels, margin)
                    .forEach(each -> each.textProperty().set(""));
            Stream.of(kernel, colour, scaling, layout, alignment).forEach(each -> each.set(null));
            aspect.textProperty().set("1");
            DeclaredInput.of(network).ifPresent(declared -> {
                layout.set(declared.layout());
                declared.side().ifPresent(side -> size.textProperty().set(Long.toString(side)));
                if (declared.channels() == 1) {
                    colour.set(Colour.GREY);
                }
            });
            rows(usable().map(OutputRow::new).toList());
        });
    }

    private Stream<String> usable() {
        return file.outputs().stream()
                .filter(output -> output.type().isUsable())
                .map(OnnxValue::name);
    }

    /**
     * Fills in a whole contract.
     *
     * @throws Problem if it names outputs that the file does not have; the form stays as it is
     */
    void fill(StatedContract stated) {
        List<String> here = usable().toList();
        for (Output output : stated.onnx().outputs()) {
            if (!here.contains(output.name())) {
                throw Problem.input(Texts.of(
                        "networkimport.form.error.output",
                        output.name(),
                        file.path().getFileName(),
                        String.join(", ", here)));
            }
        }
        fill(() -> {
            fillInput(stated.input());
            layout.set(stated.onnx().layout());
            List<OutputRow> rows = new ArrayList<>();
            for (String name : here) {
                List<OutputRow> parts = stated.onnx().outputs().stream()
                        .filter(output -> output.name().equals(name))
                        .map(OutputRow::of)
                        .toList();
                rows.addAll(parts);
                if (parts.isEmpty()) {
                    OutputRow unused = new OutputRow(name);
                    unused.roleProperty().set(OutputRole.UNUSED);
                    rows.add(unused);
                }
            }
            rows(rows);
        });
    }

    /** Fills in how images become the input, and the classes. */
    void fill(InputContract input) {
        fill(() -> fillInput(input));
    }

    /** The same, where it has to be stated anew which output is what. */
    void fill(InputContract input, Layout order) {
        fill(() -> {
            fillInput(input);
            layout.set(order);
            rows(usable().map(OutputRow::new).toList());
        });
    }

    private void fillInput(InputContract input) {
        size.textProperty().set(Integer.toString(input.size()));
        resize.textProperty().set(Integer.toString(input.resize()));
        kernel.set(input.kernel());
        colour.set(input.colour());
        fillScaling(input);
        scaling.set(Stream.of(Scaling.values())
                .filter(each -> each.of(input).equals(input))
                .findFirst()
                .orElse(null));
        labels.textProperty().set(String.join(", ", input.labels()));
        alignment.set(input.alignment());
        margin.textProperty().set(Typed.plain(input.faceMargin()));
        aspect.textProperty().set(Typed.plain(input.faceAspect()));
    }

    private void fillScaling(InputContract input) {
        mean.textProperty().set(Typed.plain(input.mean()));
        scale.textProperty().set(Typed.plain(input.scale()));
        std.textProperty().set(Typed.plain(input.std()));
    }

    /** States the order of the classes. */
    void useOrder(List<String> order) {
        labels.textProperty().set(String.join(", ", order));
    }

    /** Adds a row for other columns of an output, below it. */
    void split(OutputRow row) {
        OutputRow part = new OutputRow(row.name());
        watch(part);
        outputs.add(outputs.indexOf(row) + 1, part);
        update();
    }

    /** Removes a row that was added. */
    void join(OutputRow row) {
        outputs.remove(row);
        update();
    }

    private void rows(List<OutputRow> rows) {
        rows.forEach(this::watch);
        outputs.setAll(rows);
    }

    private void watch(OutputRow row) {
        row.properties().forEach(each -> each.addListener((property, old, now) -> update()));
    }

    private void fill(Runnable fields) {
        filling = true;
        try {
            fields.run();
        } finally {
            filling = false;
        }
        update();
    }

    /** Means and standard deviations depend on the colours and their order. */
    private void applyScaling() {
        if (filling || scaling.get() == null || colour.get() == null) {
            return;
        }
        Colour now = colour.get();
        List<Double> zeros = Collections.nCopies(now.channels(), 0.0);
        InputContract any = new InputContract(
                InputContract.LEAST_SIZE, InputContract.LEAST_SIZE, Kernel.BILINEAR, now, zeros, 1, List.of(), 0, 1);
        fill(() -> fillScaling(scaling.get().of(any)));
    }

    private void update() {
        if (filling || file == null) {
            return;
        }
        String sentence = ContractGaps.of(this);
        missing.set(sentence);
        contract.set(sentence.isEmpty() ? stated() : null);
    }

    private StatedContract stated() {
        InputContract input = new InputContract(
                size.value().orElseThrow(),
                resize.value().orElseThrow(),
                kernel.get(),
                colour.get(),
                mean.value().orElseThrow(),
                scale.value().orElseThrow(),
                std.value().orElse(List.of()),
                labels.value().orElseThrow(),
                margin.value().orElseThrow(),
                aspect.value().orElseThrow(),
                alignment.get());
        return new StatedContract(
                input,
                new OnnxContract(
                        layout.get(),
                        outputs.stream()
                                .map(OutputRow::output)
                                .flatMap(Optional::stream)
                                .toList()));
    }
}
