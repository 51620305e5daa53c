package org.maferstudio.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The training history, oldest row first; {@code history.csv} on disk.
 *
 * @param rows one per validation
 */
public record History(List<HistoryRow> rows) {
    static final String HEADER =
            "epoch,step,images,train_loss,train_accuracy,valid_loss,valid_accuracy,learning_rate,p_lowering,"
                    + "low_pixels,low_loss,low_accuracy,seconds";

    public History {
        rows = List.copyOf(rows);
    }

    /** An empty history. */
    public static History empty() {
        return new History(List.of());
    }

    /** Returns a copy with one more row. */
    public History plus(HistoryRow row) {
        List<HistoryRow> all = new ArrayList<>(rows);
        all.add(row);
        return new History(all);
    }

    /** Returns the rows up to and including a step. */
    public History upTo(long step) {
        return new History(rows.stream().filter(row -> row.step() <= step).toList());
    }

    /** Formats csv, with numbers in the shortest form that parses to the same value. */
    public String csv() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (HistoryRow row : rows) {
            text.append(row.epoch()).append(',');
            text.append(row.step()).append(',');
            text.append(row.images()).append(',');
            text.append(row.trainLoss()).append(',');
            text.append(row.trainAccuracy()).append(',');
            text.append(row.validLoss()).append(',');
            text.append(row.validAccuracy()).append(',');
            text.append(row.learningRate()).append(',');
            text.append(row.loweringProbability()).append(',');
            text.append(lowResolution(row.lowered())).append(',');
            text.append(row.seconds()).append('\n');
        }
        return text.toString();
    }

    /** Empty if it was not evaluated. */
    private static String lowResolution(HistoryRow.Lowered lowered) {
        return lowered.isEvaluated() ? lowered.pixels() + "," + lowered.loss() + "," + lowered.accuracy() : ",,";
    }

    /**
     * Reads a history by column name. Unknown columns are ignored; a missing one is NaN.
     *
     * @return the history; empty if the file does not exist
     * @throws Problem if it cannot be read, with the line
     */
    public static History read(Path file) {
        if (!Files.exists(file)) {
            return empty();
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(InputFile.of(file));
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.history.error.unreadable", file), e);
        }
        List<HistoryRow> rows = new ArrayList<>();
        String[] names = lines.isEmpty() ? new String[0] : lines.get(0).split(",", -1);
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(names, lines.get(i), file, i + 1));
            }
        }
        return new History(rows);
    }

    private static HistoryRow row(String[] names, String line, Path file, int number) {
        String[] cells = line.split(",", -1);
        Map<String, Double> values = new HashMap<>();
        try {
            for (int i = 0; i < Math.min(names.length, cells.length); i++) {
                values.put(names[i].strip(), cells[i].isBlank() ? Double.NaN : Double.parseDouble(cells[i]));
            }
        } catch (NumberFormatException e) {
            throw Problem.input(Texts.of("experiment.history.error.line", number, file, line), e);
        }
        return new HistoryRow(
                (int) of(values, "epoch"),
                (long) of(values, "step"),
                (long) of(values, "images"),
                of(values, "train_loss"),
                of(values, "train_accuracy"),
                of(values, "valid_loss"),
                of(values, "valid_accuracy"),
                of(values, "learning_rate"),
                of(values, "p_lowering"),
                new HistoryRow.Lowered(
                        (int) of(values, "low_pixels"), of(values, "low_loss"), of(values, "low_accuracy")),
                of(values, "seconds"));
    }

    private static double of(Map<String, Double> values, String name) {
        return values.getOrDefault(name, Double.NaN);
    }
}
