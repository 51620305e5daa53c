package org.maferstudio.ui.analysis;

import java.nio.file.Path;
import java.util.List;
import org.maferstudio.analysis.AnalysisListener;
import org.maferstudio.analysis.AnalysisRequest;
import org.maferstudio.analysis.FilmAnalysis;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.recipe.DeviceConfig;

/** Analyses a film; a test answers in its place. */
@FunctionalInterface
public interface FilmAnalyser {
    /** Analyses with the engine on one thread, because the film is decoded on another and a training may be running. */
    FilmAnalyser ENGINE = (request, experiments, listener) -> {
        List<Experiment> opened = experiments.stream().map(Experiment::open).toList();
        try (FilmAnalysis analysis = FilmAnalysis.open(opened, new DeviceConfig("auto", 1))) {
            return analysis.analyse(request, listener).isPresent();
        }
    };

    /**
     * Analyses a film, or continues where an earlier analysis was interrupted.
     *
     * @param experiments whose networks classify its faces
     * @return whether it is complete; false if it was stopped
     * @throws org.maferstudio.job.Problem if the film, a network or the folder cannot be used
     */
    boolean analyse(AnalysisRequest request, List<Path> experiments, AnalysisListener listener);
}
