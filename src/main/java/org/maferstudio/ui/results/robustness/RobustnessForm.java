package org.maferstudio.ui.results.robustness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.job.Problem;

/** Which degradation to evaluate, checked while it is typed; the strengths of each kind are remembered. */
public final class RobustnessForm {
    private final Map<DegradationKind, String> typed = new HashMap<>();
    private final ObjectProperty<DegradationKind> kind = new SimpleObjectProperty<>(this, "kind", DegradationKind.BLUR);
    private final StringProperty strengths = new SimpleStringProperty(this, "strengths", usual(DegradationKind.BLUR));
    private final StringExpression message = Bindings.createStringBinding(this::message, kind, strengths);

    RobustnessForm() {
        kind.addListener((property, old, now) -> {
            typed.put(old, strengths.get());
            strengths.set(typed.getOrDefault(now, usual(now)));
        });
    }

    private static String usual(DegradationKind kind) {
        return kind.usualStrengths().replace(",", ", ");
    }

    // Properties

    /** The kind of degradation that is shown. */
    public ObjectProperty<DegradationKind> kindProperty() {
        return kind;
    }

    /** Its strengths, with commas between them. */
    public StringProperty strengthsProperty() {
        return strengths;
    }

    /** The error in the strengths; empty for none. */
    public StringExpression messageProperty() {
        return message;
    }

    // Commands

    /** What is typed. */
    List<Degradation> parsed() {
        return Degradation.parseStrengths(kind.get(), strengths.get());
    }

    private String message() {
        try {
            parsed();
            return "";
        } catch (Problem problem) {
            return problem.getMessage();
        }
    }
}
