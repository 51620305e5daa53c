package org.maferstudio.analysis;

/** Follows an analysis and can stop it; called on the thread that runs it. */
public interface AnalysisListener {
    /** Ignores all reports and never requests a stop. */
    AnalysisListener NONE = new AnalysisListener() {
        @Override
        public void onProgress(AnalysisProgress progress) {
            // Does nothing.
        }

        @Override
        public boolean stopRequested() {
            return false;
        }
    };

    /** Called several times per second, after rows were added to the partial table. */
    void onProgress(AnalysisProgress progress);

    /** Whether the analysis should stop; what is done is kept, and the same request continues it. */
    boolean stopRequested();
}
