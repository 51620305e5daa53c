package org.maferstudio.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** The file {@code issues.csv} of an experiment: {@code split,sample,verdict,note}. */
public final class LabelIssues {
    static final String FILE = "doubts.csv";
    private static final long MAX_BYTES = 64L << 20;
    private static final List<String> COLUMNS = List.of("split", "sample", "verdict", "note");

    private LabelIssues() {}

    /**
     * Reads the label issues of an experiment, in the order of the file; empty if no labels were reviewed.
     *
     * @throws Problem if the file is damaged
     */
    public static List<LabelIssue> read(Experiment experiment) {
        Path file = experiment.folder().resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw Problem.input(Texts.of("experiment.file.error.tooLarge", file));
            }
            List<LabelIssue> issues = new ArrayList<>();
            try (BufferedReader reader = Files.newBufferedReader(InputFile.of(file));
                    CSVParser parser = CSVParser.parse(reader, format)) {
                if (!Set.copyOf(parser.getHeaderNames()).containsAll(COLUMNS)) {
                    throw Problem.input(
                            Texts.of("experiment.labelIssues.error.columns", file, String.join(", ", COLUMNS)));
                }
                for (CSVRecord row : parser) {
                    issues.add(new LabelIssue(
                            row.get("split"),
                            row.get("sample"),
                            LabelIssue.Verdict.of(row.get("verdict")).orElse(LabelIssue.Verdict.NONE),
                            row.get("note")));
                }
            }
            return issues;
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw Problem.input(Texts.of("experiment.labelIssues.error.damaged", file), e);
        }
    }

    /**
     * Writes the label issues of an experiment; entries without verdict and note are left out.
     *
     * @throws Problem if it is a bundle, or cannot be written
     */
    public static void write(Experiment experiment, List<LabelIssue> issues) {
        experiment.checkWritable();
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader(COLUMNS.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (LabelIssue issue : issues) {
                if (issue.isMarked()) {
                    printer.printRecord(
                            issue.split(), issue.sample(), issue.verdict().id(), issue.note());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a string takes any text", e);
        }
        SafeFile.write(experiment.folder().resolve(FILE), text.toString());
    }
}
