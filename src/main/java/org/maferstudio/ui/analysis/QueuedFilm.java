package org.maferstudio.ui.analysis;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.maferstudio.analysis.AnalysisRequest;
import org.maferstudio.ui.jobs.Job;

/** A film in the queue. */
final class QueuedFilm {
    private final AnalysisRequest request;
    private final List<Path> experiments;
    private final ObjectProperty<Job> job = new SimpleObjectProperty<>(this, "job");

    /**
     * Not yet started.
     *
     * @param experiments whose networks classify its faces
     */
    QueuedFilm(AnalysisRequest request, List<Path> experiments) {
        this.request = request;
        this.experiments = List.copyOf(experiments);
    }

    AnalysisRequest request() {
        return request;
    }

    List<Path> experiments() {
        return experiments;
    }

    /** The film's file name. */
    String name() {
        return request.film().getFileName().toString();
    }

    /** Its latest job, with its state and progress. */
    ObjectProperty<Job> jobProperty() {
        return job;
    }
}
