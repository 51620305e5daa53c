package org.maferstudio.ui.schedule;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.ScheduleSyntax;
import org.maferstudio.texts.Texts;

/** The part of the form for how images are downsampled: the kernel, others that training draws too, and JPEG. */
public final class KernelFields {
    private final ObjectProperty<Kernel> kernel = new SimpleObjectProperty<>(this, "kernel", Kernel.BILINEAR);
    private final ObservableList<Kernel> others = FXCollections.observableArrayList();
    private final StringProperty jpeg = new SimpleStringProperty(this, "jpeg", "");
    private final ReadOnlyStringWrapper jpegMessage = new ReadOnlyStringWrapper(this, "jpegMessage", "");
    private final ReadOnlyObjectWrapper<List<Integer>> qualities =
            new ReadOnlyObjectWrapper<>(this, "qualities", List.of());

    /** One kernel, no compression. */
    KernelFields() {
        jpeg.addListener(property -> read());
    }

    // Properties

    /** With which kernel, down and up; evaluations use it too. */
    public ObjectProperty<Kernel> kernelProperty() {
        return kernel;
    }

    /** The chosen kernels that training draws besides {@link #kernelProperty()}, which has no effect here. */
    public ObservableList<Kernel> others() {
        return others;
    }

    /** The JPEG qualities as typed: {@code 10, 30, 60}; empty for no compression. */
    public StringProperty jpegProperty() {
        return jpeg;
    }

    /** What is wrong with the qualities. */
    public ReadOnlyStringProperty jpegMessageProperty() {
        return jpegMessage.getReadOnlyProperty();
    }

    /** The JPEG qualities; null while they are invalid. */
    ReadOnlyObjectProperty<List<Integer>> qualitiesProperty() {
        return qualities.getReadOnlyProperty();
    }

    /** Tells when one of the fields changes. */
    void addListener(InvalidationListener listener) {
        kernel.addListener(listener);
        others.addListener(listener);
        qualities.addListener(listener);
    }

    /** The chosen kernels besides the first, in the order of the list of kernels. */
    List<Kernel> otherKernels() {
        return others.stream()
                .filter(each -> each != kernel.get())
                .distinct()
                .sorted()
                .toList();
    }

    // Commands

    /** Fills the form. */
    void show(ResolutionSchedule shown) {
        kernel.set(shown.kernel());
        if (!otherKernels().equals(shown.otherKernels().stream().sorted().toList())) {
            others.setAll(shown.otherKernels());
        }
        if (!shown.jpeg().equals(qualities.get())) {
            jpeg.set(
                    String.join(", ", shown.jpeg().stream().map(String::valueOf).toList()));
        }
    }

    private void read() {
        try {
            List<Integer> read = ScheduleSyntax.qualities(jpeg.get());
            jpegMessage.set("");
            qualities.set(read);
        } catch (Problem problem) {
            // The command line's message is too long for a field.
            jpegMessage.set(Texts.of("schedule.form.jpeg.error"));
            qualities.set(null);
        }
    }
}
