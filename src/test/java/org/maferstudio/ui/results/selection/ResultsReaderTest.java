package org.maferstudio.ui.results.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.results.MadeExperiments;

class ResultsReaderTest {
    @TempDir
    Path folder;

    private final ResultsReader reader = new ResultsReader();

    private ExperimentResults read(Experiment experiment) {
        return reader.readAll(List.of(experiment.folder()), Optional.empty()).get(0);
    }

    @Test
    void anExperimentThatWasReadAlreadyIsNotReadAgain() {
        Experiment a = MadeExperiments.evaluated(folder, "a", 8, 3);
        Experiment b = MadeExperiments.evaluated(folder, "b", 6, 5);
        ExperimentResults first = read(a);
        read(b);
        assertSame(first.predictions(), read(a).predictions());
    }

    @Test
    void anExperimentThatWasEvaluatedAgainIsReadAgain() {
        Experiment a = MadeExperiments.evaluated(folder, "a", 8, 3);
        assertEquals(Resolution.parseAll("native, 8"), resolutions(read(a)));
        a.write(MadeExperiments.predictions("test", Resolution.of(16), 5));
        assertEquals(Resolution.parseAll("native, 16, 8"), resolutions(read(a)));
    }

    @Test
    void namesTellApartThoseThatStandSideBySideNow() {
        Experiment a = MadeExperiments.evaluated(folder, "a", 8, 3);
        Experiment b = MadeExperiments.evaluated(folder, "b", 6, 5);
        assertEquals("a", read(a).name());
        List<ExperimentResults> both = reader.readAll(List.of(b.folder(), a.folder()), Optional.empty());
        assertEquals(
                List.of("b", "a"), both.stream().map(ExperimentResults::name).toList());
    }

    private static List<Resolution> resolutions(ExperimentResults results) {
        return results.predictions().stream().map(each -> each.resolution()).toList();
    }
}
