package org.maferstudio.ui.datasets;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.datasets.Sample;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.parts.JobPlan;
import org.maferstudio.ui.parts.Jobs;
import org.maferstudio.ui.parts.Newest;

/** The sample that is shown large, as it is and at ever fewer pixels, made in the background. */
final class SampleVersions {
    private final Newest making;
    private final ObservableList<LoweredPicture> images = FXCollections.observableArrayList();

    SampleVersions(Jobs jobs) {
        making = new Newest(jobs);
    }

    /** Its images, as it is first; empty where it cannot be read. */
    ObservableList<LoweredPicture> images() {
        return images;
    }

    /** Shows a sample; null for none. */
    void show(Sample sample) {
        if (sample == null) {
            making.drop();
            images.clear();
            return;
        }
        making.start(JobPlan.<List<LoweredPicture>>of(
                        Texts.of("datasets.lowering-a-picture"), progress -> LoweredPicture.versions(sample))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(images::setAll)
                // The dataset check lists it; here its place stays empty.
                .onProblem(why -> images.clear()));
    }
}
