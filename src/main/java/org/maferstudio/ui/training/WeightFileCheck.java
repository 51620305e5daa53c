package org.maferstudio.ui.training;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.network.NetworkImport;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.network.weights.NetworkWeights;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** Checks a weight file for initial weights or a teacher, before a training. */
public final class WeightFileCheck {
    /** The question: the result depends on the network and the number of classes. */
    private record Question(String file, NetworkSpec spec, int classes) {}

    /** The description of a file: a summary and the result for each layer. */
    private record Answer(String sentence, List<String> layers) {}

    private final LatestJob reading;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ObservableList<String> layers = FXCollections.observableArrayList();
    private Question asked;

    WeightFileCheck(Jobs jobs) {
        reading = new LatestJob(jobs);
    }

    // Properties

    /** A summary of the file, and how much of the network it provides; empty for no file. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Why the file cannot be used; empty if it can. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /**
     * One line per layer: loaded, loaded under another name, missing, other shape; then what the file has in addition.
     */
    public ObservableList<String> layers() {
        return layers;
    }

    // Commands

    /**
     * Checks a file in the background, unless it was already checked.
     *
     * @param classes number of classes of the network; 0 if its classifier does not matter
     */
    void check(NetworkConfig plan, String file, int classes) {
        Question question = file.isBlank() ? null : new Question(file, plan.spec(), classes);
        if (question == null) {
            asked = null;
            reading.drop();
            show("", "", List.of());
        } else if (!question.equals(asked)) {
            asked = question;
            show(Texts.of("training.form.weights.reading"), "", List.of());
            reading.start(JobPlan.<Answer>of(Texts.of("training.form.weights.job"), progress -> answer(question))
                    .onDone(answer -> show(answer.sentence(), "", answer.layers()))
                    .onProblem(why -> show("", why.getMessage(), List.of())));
        }
    }

    private void show(String words, String wrong, List<String> lines) {
        sentence.set(words);
        message.set(wrong);
        layers.setAll(lines);
    }

    private static Answer answer(Question question) {
        Path file = Path.of(question.file());
        NetworkWeights read = NetworkWeights.read(file, question.spec().name());
        LoadReport report = LoadReport.of(question.spec(), Math.max(1, question.classes()), read.weights());
        NetworkImport.checkBody(report, file, question.spec());
        String found = read.found();
        String sentence = Texts.of(
                "training.form.weights.report",
                Character.toUpperCase(found.charAt(0)) + found.substring(1),
                report.sentence(),
                report.complete() || question.classes() == 0 ? "read" : "new");
        return new Answer(
                Stream.concat(Stream.of(sentence), read.notes().stream()).collect(Collectors.joining(" ")),
                report.lines());
    }
}
