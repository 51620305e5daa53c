package org.maferstudio.ui.settings;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maferstudio.network.check.EngineVerdict;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.workbench.EngineInfo;

/** What earlier checks found out about the engine on this processor. */
public final class EngineChecks {
    private final Jobs jobs;
    private final ReadOnlyObjectProperty<EngineInfo> engine;
    private final Supplier<List<EngineVerdict>> known;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");

    /**
     * Checks of an engine.
     *
     * @param engine null until it is loaded
     * @param known reads the stored verdicts, once it is
     */
    public EngineChecks(Jobs jobs, ReadOnlyObjectProperty<EngineInfo> engine, Supplier<List<EngineVerdict>> known) {
        this.jobs = jobs;
        this.engine = engine;
        this.known = known;
    }

    /** The checks in a sentence or two; empty until they are read. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Reads them again, if the engine is loaded. */
    public void update() {
        if (engine.get() != null) {
            jobs.start(JobPlan.<List<EngineVerdict>>of(Texts.of("settings.engine.checks.job"), progress -> known.get())
                    .weighing(JobPlan.Weight.QUIET)
                    .onDone(verdicts -> sentence.set(sentence(verdicts))));
        }
    }

    private static String sentence(List<EngineVerdict> verdicts) {
        if (verdicts.isEmpty()) {
            return Texts.of("settings.engine.checks.none");
        }
        if (verdicts.stream().allMatch(EngineVerdict::unlimited)) {
            return Texts.of("settings.engine.checks.passed", verdicts.size());
        }
        long limited = verdicts.stream()
                .filter(verdict -> !verdict.limitedTo().isEmpty())
                .count();
        long rewritten =
                verdicts.stream().filter(verdict -> !verdict.unlimited()).count() - limited;
        return Texts.of("settings.engine.checks.modified", verdicts.size(), rewritten, limited);
    }
}
