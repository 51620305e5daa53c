package org.maferstudio.ui.schedule;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.schedule.Resolutions;
import org.maferstudio.schedule.ScheduleSyntax;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.NumberInput;

/** The part of the form for the resolutions. */
public final class ResolutionFields {
    /** The available kinds. */
    public enum Mode {
        POWERS(Texts.of("schedule.form.distribution.powersOfTwo")),
        LISTED(Texts.of("schedule.form.distribution.list")),
        UNIFORM(Texts.of("schedule.form.distribution.uniform")),
        LOGARITHMIC(Texts.of("schedule.form.distribution.logUniform"));

        private final String title;

        Mode(String title) {
            this.title = title;
        }

        /** The value of the form. */
        public String title() {
            return title;
        }
    }

    /** The powers of two to choose from, in pixels. */
    public static final List<Integer> POWERS =
            IntStream.rangeClosed(1, 9).map(exponent -> 1 << exponent).boxed().toList();

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.POWERS);
    private final ObjectProperty<Integer> lowest = new SimpleObjectProperty<>(this, "lowest", 8);
    private final ObjectProperty<Integer> highest = new SimpleObjectProperty<>(this, "highest", 128);
    private final StringProperty list = new SimpleStringProperty(this, "list", "8, 12, 16, 24, 32");
    private final NumberInput least = NumberInput.whole(Resolution.LEAST, Resolution.MOST, 8);
    private final NumberInput most = NumberInput.whole(Resolution.LEAST, Resolution.MOST, 32);
    private final ReadOnlyStringWrapper highestMessage = new ReadOnlyStringWrapper(this, "highestMessage", "");
    private final ReadOnlyStringWrapper listMessage = new ReadOnlyStringWrapper(this, "listMessage", "");
    private final ReadOnlyStringWrapper mostMessage = new ReadOnlyStringWrapper(this, "mostMessage", "");
    private final ReadOnlyObjectWrapper<Resolutions> value = new ReadOnlyObjectWrapper<>(this, "value");

    /** The paper's. */
    ResolutionFields() {
        InvalidationListener changed = property -> read();
        mode.addListener(changed);
        lowest.addListener(changed);
        highest.addListener(changed);
        list.addListener(changed);
        least.valueProperty().addListener(changed);
        most.valueProperty().addListener(changed);
        read();
    }

    // Properties

    /** Which of the inputs count. */
    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** The lowest power of two, in pixels. */
    public ObjectProperty<Integer> lowestProperty() {
        return lowest;
    }

    /** The highest power of two, in pixels. */
    public ObjectProperty<Integer> highestProperty() {
        return highest;
    }

    /** What is wrong with the highest power. */
    public ReadOnlyStringProperty highestMessageProperty() {
        return highestMessage.getReadOnlyProperty();
    }

    /** The list as typed: {@code 8, 16} or with weights {@code 8:2, 16:1}. */
    public StringProperty listProperty() {
        return list;
    }

    /** What is wrong with the list. */
    public ReadOnlyStringProperty listMessageProperty() {
        return listMessage.getReadOnlyProperty();
    }

    /** The low end of a range, in pixels. */
    public NumberInput least() {
        return least;
    }

    /** The high end of a range, in pixels. */
    public NumberInput most() {
        return most;
    }

    /** The error of the high end, also shown next to the low one. */
    public ReadOnlyStringProperty mostMessageProperty() {
        return mostMessage.getReadOnlyProperty();
    }

    /** The value of the form; null while it is invalid. */
    public ReadOnlyObjectProperty<Resolutions> valueProperty() {
        return value.getReadOnlyProperty();
    }

    // Commands

    /** Fills the form; inputs that do not count keep what they have. */
    void show(Resolutions shown) {
        if (shown instanceof Resolutions.PowersOfTwo powers) {
            lowest.set(1 << powers.firstExponent());
            highest.set(1 << powers.lastExponent());
            mode.set(Mode.POWERS);
        } else if (shown instanceof Resolutions.Uniform uniform) {
            least.set(uniform.least());
            most.set(uniform.most());
            mode.set(Mode.UNIFORM);
        } else if (shown instanceof Resolutions.LogUniform range) {
            least.set(range.least());
            most.set(range.most());
            mode.set(Mode.LOGARITHMIC);
        } else {
            list.set(shown.text().replace(",", ", "));
            mode.set(Mode.LISTED);
        }
    }

    private void read() {
        boolean powersCrossed = lowest.get() > highest.get();
        highestMessage.set(powersCrossed ? Texts.of("schedule.form.highest.error.belowLowest") : "");
        boolean crossed = least.isValid() && most.isValid() && least.get() > most.get();
        mostMessage.set(
                crossed
                        ? Texts.of("schedule.form.to.error.belowFrom")
                        : most.messageProperty().get());
        boolean range = !crossed && least.isValid() && most.isValid();
        Resolutions listed = listed();
        value.set(
                switch (mode.get()) {
                    case POWERS -> powersCrossed ? null : powers();
                    case LISTED -> listed;
                    case UNIFORM -> range ? new Resolutions.Uniform(least.getInt(), most.getInt()) : null;
                    case LOGARITHMIC -> range ? new Resolutions.LogUniform(least.getInt(), most.getInt()) : null;
                });
    }

    private Resolutions powers() {
        return new Resolutions.PowersOfTwo(
                Integer.numberOfTrailingZeros(lowest.get()), Integer.numberOfTrailingZeros(highest.get()));
    }

    private Resolutions listed() {
        try {
            Resolutions read = ScheduleSyntax.resolutions(list.get());
            boolean isList = read instanceof Resolutions.Listed;
            listMessage.set(isList ? "" : Texts.of("schedule.form.list.error.notAList"));
            return isList ? read : null;
        } catch (Problem problem) {
            // The command line's message is too long for a field.
            listMessage.set(Texts.of("schedule.form.list.error.range", Resolution.LEAST, Resolution.MOST));
            return null;
        }
    }
}
