package org.maferstudio.ui.schedule;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.NumberInput;

/** The part of the form for the downsampling probability. */
public final class ProbabilityFields {
    /** The available kinds. */
    public enum Mode {
        NEVER(Texts.of("schedule.form.mode.never")),
        CONSTANT(Texts.of("schedule.form.mode.constant")),
        CURRICULUM(Texts.of("schedule.form.mode.curriculum"));

        private final String title;

        Mode(String title) {
            this.title = title;
        }

        /** The value of the form. */
        public String title() {
            return title;
        }
    }

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.NEVER);
    private final NumberInput probability = NumberInput.real(0, 1, 0.1);
    private final NumberInput start = NumberInput.real(0, 1, 0.1);
    private final NumberInput step = NumberInput.real(0, 1, 0.1);
    private final NumberInput every = NumberInput.whole(1, 1_000_000_000, 35_000);
    private final NumberInput maximum = NumberInput.real(0, 1, 1);
    private final ReadOnlyStringWrapper maximumMessage = new ReadOnlyStringWrapper(this, "maximumMessage", "");
    private final ReadOnlyObjectWrapper<DownsamplingProbability> value = new ReadOnlyObjectWrapper<>(this, "value");

    /** Never. */
    ProbabilityFields() {
        InvalidationListener changed = property -> read();
        mode.addListener(changed);
        for (NumberInput input : new NumberInput[] {probability, start, step, every, maximum}) {
            input.valueProperty().addListener(changed);
        }
        read();
    }

    // Properties

    /** Which of the inputs count. */
    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** Of each image, where it is constant. */
    public NumberInput probability() {
        return probability;
    }

    /** Where it grows: the first probability. */
    public NumberInput start() {
        return start;
    }

    /** What each step adds. */
    public NumberInput step() {
        return step;
    }

    /** How many images a step lasts. */
    public NumberInput every() {
        return every;
    }

    /** Where it stops growing. */
    public NumberInput maximum() {
        return maximum;
    }

    /** The error of the maximum, also shown next to the start. */
    public ReadOnlyStringProperty maximumMessageProperty() {
        return maximumMessage.getReadOnlyProperty();
    }

    /** The value of the form; null while it is invalid. */
    public ReadOnlyObjectProperty<DownsamplingProbability> valueProperty() {
        return value.getReadOnlyProperty();
    }

    // Commands

    /** Fills the form; inputs that do not count keep what they have. */
    void show(DownsamplingProbability shown) {
        if (shown instanceof DownsamplingProbability.Constant constant) {
            probability.set(constant.p());
            mode.set(Mode.CONSTANT);
        } else if (shown instanceof DownsamplingProbability.Curriculum curriculum) {
            start.set(curriculum.start());
            step.set(curriculum.step());
            every.set((double) curriculum.everyImages());
            maximum.set(curriculum.maximum());
            mode.set(Mode.CURRICULUM);
        } else {
            mode.set(Mode.NEVER);
        }
    }

    private void read() {
        boolean crossed = start.isValid() && maximum.isValid() && start.get() > maximum.get();
        maximumMessage.set(
                crossed
                        ? Texts.of("schedule.form.maximum.error.belowStart")
                        : maximum.messageProperty().get());
        value.set(
                switch (mode.get()) {
                    case NEVER -> new DownsamplingProbability.Never();
                    case CONSTANT ->
                        probability.isValid() ? new DownsamplingProbability.Constant(probability.get()) : null;
                    case CURRICULUM -> curriculum(crossed);
                });
    }

    private DownsamplingProbability curriculum(boolean crossed) {
        if (crossed || !start.isValid() || !step.isValid() || !every.isValid() || !maximum.isValid()) {
            return null;
        }
        return new DownsamplingProbability.Curriculum(start.get(), step.get(), every.getInt(), maximum.get());
    }
}
