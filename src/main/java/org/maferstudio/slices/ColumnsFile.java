package org.maferstudio.slices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.results.imports.TableRows;
import org.maferstudio.texts.Texts;

/** The columns that an experiment keeps of its samples, in {@code columns.csv}: {@code sample,<column>...}. */
public final class ColumnsFile {
    /** The file name. */
    public static final String FILE = "columns.csv";

    private static final long MAX_BYTES = 512L << 20;
    private static final String SAMPLE = "sample";

    private ColumnsFile() {}

    /**
     * Reads the columns of an experiment; none if it keeps none.
     *
     * @throws Problem if the file is damaged
     */
    public static SampleColumns read(Experiment experiment) {
        Path file = experiment.folder().resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return SampleColumns.NONE;
        }
        try {
            if (Files.size(InputFile.of(file)) > MAX_BYTES) {
                throw Problem.input(Texts.of("slices.file.error.large", file, MAX_BYTES >> 20));
            }
        } catch (IOException e) {
            throw Problem.input(Texts.of("slices.file.error.damaged", file), e);
        }
        List<String> header = new ArrayList<>();
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        TableRows.forEach(file, cells -> {
            if (header.isEmpty()) {
                header.addAll(cells);
                if (!header.get(0).equals(SAMPLE)) {
                    throw Problem.input(Texts.of("slices.file.error.damaged", file));
                }
                header.stream().skip(1).forEach(name -> columns.put(name, new HashMap<>()));
                return;
            }
            for (int i = 1; i < Math.min(cells.size(), header.size()); i++) {
                if (!cells.get(i).isEmpty()) {
                    columns.get(header.get(i)).put(cells.get(0), cells.get(i));
                }
            }
        });
        return SampleColumns.of(columns);
    }

    /**
     * Adds columns to those of an experiment; columns of the same name are replaced.
     *
     * @throws Problem if the experiment cannot be written to
     */
    public static SampleColumns add(Experiment experiment, SampleColumns columns) {
        experiment.checkWritable();
        SampleColumns all = read(experiment).with(columns);
        List<String> names = all.names();
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180;
        List<Object> line = new ArrayList<>(List.of(SAMPLE));
        line.addAll(names);
        text.append(format.format(line.toArray())).append('\n');
        for (String sample : all.samples()) {
            line.clear();
            line.add(sample);
            names.forEach(name -> line.add(all.cell(name, sample)));
            text.append(format.format(line.toArray())).append('\n');
        }
        SafeFile.write(experiment.folder().resolve(FILE), text.toString());
        return all;
    }
}
