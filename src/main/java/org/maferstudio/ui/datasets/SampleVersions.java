package org.maferstudio.ui.datasets;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.datasets.Sample;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** The enlarged sample at native and lower resolutions, computed in the background. */
final class SampleVersions {
    private final LatestJob making;
    private final ObservableList<DownsampledImage> images = FXCollections.observableArrayList();

    SampleVersions(Jobs jobs) {
        making = new LatestJob(jobs);
    }

    /** The image itself, then from few pixels to many; empty if it cannot be read. */
    ObservableList<DownsampledImage> images() {
        return images;
    }

    /** Shows a sample; null for none. */
    void show(Sample sample) {
        if (sample == null) {
            making.drop();
            images.clear();
            return;
        }
        making.start(JobPlan.<List<DownsampledImage>>of(
                        Texts.of("datasets.job.downsampling"), progress -> DownsampledImage.versions(sample))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(images::setAll)
                // The dataset check lists it; here its place stays empty.
                .onProblem(why -> images.clear()));
    }
}
