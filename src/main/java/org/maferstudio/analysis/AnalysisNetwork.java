package org.maferstudio.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.files.Sha256;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.live.LiveNetworks;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.texts.Texts;

/** A network that classifies the faces of films. For one thread at a time. */
final class AnalysisNetwork implements AutoCloseable {
    /** Faces that are classified together; more would need more memory, but save no time. */
    private static final int BATCH = 32;

    private final String name;
    private final String experiment;
    private final String sha256;
    private final Classifier classifier;

    private AnalysisNetwork(Experiment experiment, String sha256, Classifier classifier) {
        this.name = LiveNetworks.title(experiment);
        this.experiment = experiment.id();
        this.sha256 = sha256;
        this.classifier = classifier;
    }

    static AnalysisNetwork open(Experiment experiment, ComputeDevice device) {
        try {
            String sum = Sha256.of(experiment.bestWeights());
            return new AnalysisNetwork(experiment, sum, experiment.classifier(device));
        } catch (IOException e) {
            throw Problem.input(Texts.of("analysis.network.error.read", experiment.id()), e);
        }
    }

    InputContract contract() {
        return classifier.contract();
    }

    /** The names of values that are no classes, in their order. */
    List<String> valueNames() {
        return classifier.valueNames();
    }

    InputPacker packer() {
        return classifier.packer();
    }

    FilmReport.Network facts() {
        return new FilmReport.Network(name, experiment, sha256, contract().labels(), contract(), classifier.values());
    }

    /** Classifies faces that are cut by this network's contract. */
    List<AnalysedFace.Expressions> read(List<RasterImage> faces) {
        List<AnalysedFace.Expressions> answers = new ArrayList<>(faces.size());
        for (int from = 0; from < faces.size(); from += BATCH) {
            for (Recognition answer : classifier.recognise(faces.subList(from, Math.min(from + BATCH, faces.size())))) {
                List<Double> probabilities = new ArrayList<>(answer.probabilities().length);
                for (float probability : answer.probabilities()) {
                    probabilities.add((double) probability);
                }
                List<Double> values = new ArrayList<>(answer.values().length);
                for (float value : answer.values()) {
                    values.add((double) value);
                }
                answers.add(new AnalysedFace.Expressions(probabilities, values));
            }
        }
        return answers;
    }

    @Override
    public void close() {
        classifier.close();
    }
}
