package org.maferstudio.ui.results.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maferstudio.datasets.Sample;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Prediction;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.explain.ExplainedFace;
import org.maferstudio.ui.explain.ExplanationViewModel;
import org.maferstudio.ui.explain.FaceExplainer;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.results.selection.ExperimentResults;

/** The selected sample that is enlarged, one at a time. */
public final class LargeSample {
    /** Maps side by side; a sweep may have more resolutions. */
    private static final int MOST_MAPS = 8;

    private final SelectedSamples samples;
    private final LatestJob reading;
    private final ReadOnlyObjectWrapper<SampleDetails> details = new ReadOnlyObjectWrapper<>(this, "details");
    private final ExplanationViewModel explanation;
    private String asked = "";

    /** Over the selected samples; none is open. */
    public LargeSample(SelectedSamples samples, Jobs jobs) {
        this(samples, jobs, FaceExplainer.ENGINE);
    }

    /** The same, with another explainer. */
    LargeSample(SelectedSamples samples, Jobs jobs, FaceExplainer explainer) {
        this.samples = samples;
        explanation = new ExplanationViewModel(jobs, explainer);
        details.addListener((property, old, now) -> explain(now));
        reading = new LatestJob(jobs);
        samples.pickedProperty().addListener((property, old, now) -> close());
        // Images that come late are shown, too.
        samples.hintProperty().addListener((property, old, now) -> {
            if (details.get() != null) {
                read(asked);
            }
        });
    }

    /** The content; null for none. */
    ReadOnlyObjectProperty<SampleDetails> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /** What in its face speaks for a class. */
    public ExplanationViewModel explanation() {
        return explanation;
    }

    /** Whether one is open. */
    public boolean isOpen() {
        return details.get() != null;
    }

    /** The classes; empty if nothing is selected. */
    Optional<LabelSet> labels() {
        return samples.experiment().flatMap(ExperimentResults::sweep).map(sweep -> sweep.labels());
    }

    /** Which of the selected samples it is, such as {@code 3 of 34}. */
    String place() {
        int place = place(asked);
        return place < 0
                ? ""
                : Texts.of("results.position", place + 1, samples.samples().size());
    }

    /** Opens one of the selected samples. */
    public void open(Prediction prediction) {
        read(prediction.sample());
    }

    /** Opens the next of the selected samples, or the one before; nothing at either end. */
    public void step(int by) {
        int next = place(asked) + by;
        List<Prediction> all = samples.samples();
        if (next >= 0 && next < all.size()) {
            open(all.get(next));
        }
    }

    /** Closes it; the selection stays. */
    public void close() {
        reading.drop();
        details.set(null);
    }

    /** The face as all shown networks with a checkpoint met it, the one whose samples are selected first. */
    private void explain(SampleDetails now) {
        Optional<ExperimentResults> of = samples.experiment();
        Optional<LabelSet> classes =
                now == null ? Optional.empty() : now.labels().or(this::labels);
        if (of.isEmpty() || classes.isEmpty()) {
            explanation.clear("");
            return;
        }
        if (now.image().isEmpty()) {
            explanation.clear(Texts.of("explain.error.noImage"));
            return;
        }
        RasterImage image = now.image().get();
        List<ExplainedFace.Network> networks = Stream.concat(of.stream(), samples.shown().stream())
                .map(each -> new ExplainedFace.Network(each.name(), each.folder()))
                .distinct()
                .toList();
        List<Resolution> fewestFirst = new ArrayList<>();
        now.looks().stream()
                .filter(SampleDetails.Look::changed)
                .limit(MOST_MAPS)
                .forEach(look -> fewestFirst.add(0, look.resolution()));
        explanation.show(new ExplainedFace(networks, classes.get(), contract -> image, fewestFirst));
    }

    private int place(String sample) {
        List<Prediction> all = samples.samples();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).sample().equals(sample)) {
                return i;
            }
        }
        return -1;
    }

    private void read(String sample) {
        Optional<ExperimentResults> of = samples.experiment();
        if (of.isEmpty()) {
            return;
        }
        asked = sample;
        Optional<Sample> source = samples.sample(sample);
        reading.start(JobPlan.<SampleDetails>of(
                        Texts.of("results.samples.job.reading"), progress -> details(of.get(), sample, source))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(details::set));
    }

    /** The prediction is worth showing without the image. */
    private static SampleDetails details(ExperimentResults of, String sample, Optional<Sample> source) {
        try {
            return SampleDetails.of(of, sample, source);
        } catch (Problem e) {
            return SampleDetails.of(of, sample, Optional.empty());
        }
    }
}
