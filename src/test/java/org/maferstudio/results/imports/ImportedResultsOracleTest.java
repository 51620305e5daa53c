package org.maferstudio.results.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;

/** Every format gives scikit-learn's numbers; {@code make_fixtures.py} beside the files made both. */
class ImportedResultsOracleTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/maferstudio/results/imports");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "expected.csv", numLinesToSkip = 1, emptyValue = "", nullValues = "none")
    void everyFormatGivesTheNumbersOfScikitLearn(
            String file,
            String what,
            String labels,
            String samples,
            int n,
            double accuracy,
            double balanced,
            double macroF1,
            String probabilities) {
        List<String> classes = parts(labels);
        Predictions read = what.equals("matrix")
                ? matrix(
                        file,
                        classes,
                        parts(samples).stream().map(Long::valueOf).toList())
                : ImportedPredictions.read(FOLDER.resolve(file), request(classes))
                        .predictions();
        Scores scores = Scores.of(read);
        assertEquals(n, scores.n());
        assertEquals(accuracy, scores.accuracy(), 1e-6);
        assertEquals(balanced, scores.meanClassAccuracy(), 1e-6);
        assertEquals(macroF1, scores.macroF1(), 1e-6);
        assertEquals(probabilities.equals("yes"), read.hasProbabilities());
    }

    private static Predictions matrix(String file, List<String> classes, List<Long> samples) {
        var request = new ImportedMatrix.Request(classes, ImportedMatrix.Rows.TRUTH, samples);
        return ImportedMatrix.predictions(
                ImportedMatrix.read(FOLDER.resolve(file), request).matrix(), "test", Resolution.NATIVE);
    }

    private static ImportedPredictions.Request request(List<String> classes) {
        return new ImportedPredictions.Request(
                Map.of(),
                classes,
                ImportedPredictions.Scores.AUTO,
                ImportedPredictions.Unreadable.REFUSE,
                "test",
                Resolution.NATIVE);
    }

    private static List<String> parts(String list) {
        return list == null || list.isEmpty() ? List.of() : Arrays.asList(list.split(","));
    }
}
