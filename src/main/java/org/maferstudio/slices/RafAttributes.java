package org.maferstudio.slices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * RAF-DB's attributes of each face, a file per image such as {@code train_00001_manu_attri.txt}: five lines with the
 * points of a face, then a number each for gender, race and age, as the dataset's own README says (Li, Deng and Du 2017).
 */
final class RafAttributes {
    private static final String ENDING = "_manu_attri.txt";
    private static final int POINT_NUMBERS = 10;
    private static final long MOST_BYTES = 4096;
    private static final int MOST_FILES = 200_000;
    /** In the order of the lines. */
    private static final List<Column> COLUMNS = List.of(
            new Column("gender", List.of("male", "female", "unsure")),
            new Column("race", List.of("Caucasian", "African-American", "Asian")),
            new Column("age", List.of("0-3", "4-19", "20-39", "40-69", "70+")));

    private RafAttributes() {}

    private record Column(String name, List<String> values) {
        Optional<String> value(String number) {
            return number.matches("[0-9]") && Integer.parseInt(number) < values.size()
                    ? Optional.of(values.get(Integer.parseInt(number)))
                    : Optional.empty();
        }
    }

    /** Whether a path is such a file, or a folder, which may hold them. */
    static boolean isAt(Path path) {
        return Files.isDirectory(path) || path.toString().endsWith(ENDING);
    }

    /**
     * Joins all files of a folder with samples.
     *
     * @param path the folder, or a file in it
     * @param ids of the samples
     * @throws Problem if it has none, or none of a sample
     */
    static JoinedTable of(Path path, Collection<String> ids) {
        Path folder = Files.isDirectory(path)
                ? path
                : path.toAbsolutePath().normalize().getParent();
        SampleNames names = new SampleNames(ids);
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        COLUMNS.forEach(column -> cells.put(column.name(), new HashMap<>()));
        int files = 0;
        int found = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : all) {
                if (++files > MOST_FILES) {
                    throw Problem.input(Texts.of("slices.attributes.error.many", folder, MOST_FILES));
                }
                String name = file.getFileName().toString();
                Optional<String> sample = names.find(name.substring(0, name.length() - ENDING.length()));
                if (sample.isPresent()) {
                    found++;
                    add(cells, sample.get(), file);
                }
            }
        } catch (IOException e) {
            throw Problem.input(Texts.of("slices.attributes.error.read", folder), e);
        }
        if (found == 0) {
            throw Problem.input(
                    files == 0
                            ? Texts.of("slices.attributes.error.none", folder, ENDING)
                            : Texts.of("slices.attributes.error.noSample", folder, ids.size()));
        }
        return new JoinedTable(SampleColumns.of(cells), "file name", found, files);
    }

    private static void add(Map<String, Map<String, String>> cells, String sample, Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw Problem.input(Texts.of("slices.attributes.error.format", file));
        }
        String[] numbers = new String(Files.readAllBytes(InputFile.of(file)), StandardCharsets.ISO_8859_1)
                .strip()
                .split("\\s+");
        if (numbers.length != POINT_NUMBERS + COLUMNS.size()) {
            throw Problem.input(Texts.of("slices.attributes.error.format", file));
        }
        for (int i = 0; i < COLUMNS.size(); i++) {
            String value = COLUMNS.get(i)
                    .value(numbers[POINT_NUMBERS + i])
                    .orElseThrow(() -> Problem.input(Texts.of("slices.attributes.error.format", file)));
            cells.get(COLUMNS.get(i).name()).put(sample, value);
        }
    }
}
