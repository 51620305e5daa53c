package org.maferstudio.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.explain.Explanation;
import org.maferstudio.explain.ExplanationMethod;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.report.figures.ExplanationFigure;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** Maps of what in a face speaks for a class, computed in the background while they are chosen. */
public final class ExplanationViewModel {
    /** Stands for the class that is predicted at each resolution. */
    static final String PREDICTED = "";

    private final FaceExplainer explainer;
    private final LatestJob computing;
    private final ObjectProperty<MapChoice> choice = new SimpleObjectProperty<>(this, "choice", MapChoice.NONE);
    private final ObservableList<String> classes = FXCollections.observableArrayList(PREDICTED);
    private final StringProperty label = new SimpleStringProperty(this, "label", PREDICTED);
    private final ReadOnlyObjectWrapper<ExplanationFigure> figure = new ReadOnlyObjectWrapper<>(this, "figure");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private Optional<ExplainedFace> face = Optional.empty();
    private boolean filling;

    /** Of no face yet. */
    public ExplanationViewModel(Jobs jobs, FaceExplainer explainer) {
        this.explainer = explainer;
        computing = new LatestJob(jobs);
        choice.addListener((property, old, now) -> compute());
        label.addListener((property, old, now) -> compute());
    }

    // Properties

    /** Which maps are shown. */
    public ObjectProperty<MapChoice> choiceProperty() {
        return choice;
    }

    /** The names of the classes that can be explained, and {@link #PREDICTED}. */
    ObservableList<String> classes() {
        return classes;
    }

    /** The name of the explained class, or {@link #PREDICTED}. */
    StringProperty labelProperty() {
        return label;
    }

    /** A class as it is shown. */
    String title(String name) {
        if (name == null || name.equals(PREDICTED)) {
            return Texts.of("explain.class.predicted");
        }
        return face.map(ExplainedFace::labels)
                .filter(labels -> labels.indexOf(name) >= 0)
                .map(labels -> labels.title(labels.indexOf(name)))
                .orElse(name);
    }

    /** The maps; null for none. */
    public ReadOnlyObjectProperty<ExplanationFigure> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /** Whether maps are being computed. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why maps are missing; empty if none are. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    // Commands

    /** Explains another face. */
    public void show(ExplainedFace other) {
        face = Optional.of(other);
        fillClasses(other);
        compute();
    }

    /**
     * Explains nothing.
     *
     * @param why there is no face to explain; may be empty
     */
    public void clear(String why) {
        face = Optional.empty();
        compute();
        message.set(why);
    }

    private void fillClasses(ExplainedFace of) {
        List<String> names = Stream.concat(Stream.of(PREDICTED), of.labels().names().stream())
                .toList();
        if (classes.equals(names)) {
            return;
        }
        filling = true;
        String before = label.get();
        label.set(null);
        classes.setAll(names);
        label.set(names.contains(before) ? before : PREDICTED);
        filling = false;
    }

    private void compute() {
        if (filling) {
            return;
        }
        computing.drop();
        figure.set(null);
        message.set("");
        Optional<ExplanationMethod> method = choice.get().method();
        busy.set(method.isPresent() && face.isPresent());
        if (!busy.get()) {
            return;
        }
        ExplainedFace of = face.get();
        Optional<String> named = Optional.ofNullable(label.get()).filter(name -> !name.equals(PREDICTED));
        computing.start(
                JobPlan.<Computed>of(Texts.of("explain.job"), progress -> computed(of, method.get(), named, progress))
                        .onDone(this::accept)
                        .onProblem(why -> accept(new Computed(List.of(), why.getMessage()))));
    }

    private void accept(Computed computed) {
        busy.set(false);
        message.set(computed.message());
        if (!computed.rows().isEmpty()) {
            figure.set(new ExplanationFigure(computed.rows()));
        }
    }

    private record Computed(List<ExplanationFigure.Row> rows, String message) {}

    /** What can be explained of the networks, and why the others cannot. */
    private Computed computed(ExplainedFace of, ExplanationMethod method, Optional<String> named, Progress progress) {
        List<ExplanationFigure.Row> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (ExplainedFace.Network network : of.networks()) {
            progress.report(
                    (double) (rows.size() + problems.size()) / of.networks().size(), network.name());
            try {
                List<Explanation> explanations = explainer.explain(of, network, method, named, progress);
                if (progress.stopRequested()) {
                    break;
                }
                rows.add(new ExplanationFigure.Row(network.name(), explanations));
            } catch (Problem why) {
                problems.add(why.getMessage());
            }
        }
        return new Computed(rows, String.join("\n", problems));
    }
}
