package org.maferstudio.ui.explain;

import java.util.List;
import java.util.Optional;
import org.maferstudio.explain.Explanation;
import org.maferstudio.explain.ExplanationMethod;
import org.maferstudio.job.Progress;

/** Explains what a network says of a face; a test answers in its place. */
@FunctionalInterface
public interface FaceExplainer {
    /** The engine's, on one thread, because a training may be running. */
    FaceExplainer ENGINE = new EngineExplainer();

    /**
     * One explanation per resolution; fewer if a stop was requested.
     *
     * @param label name of the class; empty for the one that is predicted at each resolution
     * @throws org.maferstudio.job.Problem if the experiment has no network, the method is not for it, or it does not know
     *     the class
     */
    List<Explanation> explain(
            ExplainedFace face,
            ExplainedFace.Network network,
            ExplanationMethod method,
            Optional<String> label,
            Progress progress);
}
