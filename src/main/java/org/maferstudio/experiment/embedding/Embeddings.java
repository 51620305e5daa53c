package org.maferstudio.experiment.embedding;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Json;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * The embeddings of an experiment, in {@code embeddings/}: for each a table {@code <name>.csv} with the columns {@code
 * sample,label,predicted,x,y,confidence,group,resolution,split}, and its metadata {@code <name>.json}. Input is untrusted:
 * its size is bounded, and each row is checked.
 */
public final class Embeddings {
    private static final String TABLE = ".csv";
    private static final long MAX_BYTES = 64L << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_@.-]{1,100}");
    private static final List<String> COLUMNS =
            List.of("sample", "label", "predicted", "x", "y", "confidence", "group", "resolution", "split");

    private final Experiment experiment;

    /** Creates access to the embeddings of an experiment. */
    public Embeddings(Experiment experiment) {
        this.experiment = experiment;
    }

    /** The folder. */
    public Path folder() {
        return experiment.folder().resolve("embeddings");
    }

    /** The file with the features of an embedding; it may be missing. */
    public Path features(String name) {
        return folder().resolve(checked(name) + ".features.safetensors");
    }

    /** The names of all embeddings, in alphabetical order. */
    public List<String> names() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(TABLE))
                    .map(name -> name.substring(0, name.length() - TABLE.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.folder.error.unreadable", folder()), e);
        }
    }

    /** Saves an embedding, replacing an older one of the same name and the faces that were placed into that. */
    public void write(Embedding embedding) {
        deletePlaced(embedding.name());
        Path table = folder().resolve(checked(embedding.name()) + TABLE);
        SafeFile.write(table, csv(embedding.labels(), embedding.rows(), embedding.positions()));
        SafeFile.write(metadataFile(embedding.name()), Json.gson().toJson(embedding.metadata()) + "\n");
    }

    /** The table of the faces that were placed into an embedding, with the columns of its own table. */
    public Path placed(String name) {
        return folder().resolve("placed").resolve(checked(name) + TABLE);
    }

    private void deletePlaced(String name) {
        try {
            Files.deleteIfExists(placed(name));
        } catch (IOException e) {
            throw WriteFailure.of(placed(name), e);
        }
    }

    /** Saves placed faces, replacing those that were placed into the same embedding before. */
    public void writePlaced(PlacedFaces faces) {
        SafeFile.write(placed(faces.embedding()), csv(faces.labels(), faces.rows(), faces.positions()));
    }

    private static String csv(LabelSet labels, List<EmbeddingRow> rows, Points positions) {
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader(COLUMNS.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (int i = 0; i < rows.size(); i++) {
                EmbeddingRow row = rows.get(i);
                float[] at = positions.rows()[i];
                printer.printRecord(
                        row.sample(),
                        labels.name(row.label()),
                        labels.name(row.predicted()),
                        at[0],
                        at[1],
                        row.confidence(),
                        row.group(),
                        row.resolution().id(),
                        row.split());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    /** The names of all embeddings of a split and resolution, such as {@code test@12}, with any perplexity and seed. */
    public List<String> namesOf(String splitAndResolution) {
        Pattern any = Pattern.compile(Pattern.quote(splitAndResolution) + "(-p\\d+)?(-s-?\\d+)?");
        return names().stream()
                .filter(name -> any.matcher(name).matches())
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The name of one of these: that with the default perplexity and seed if it exists. */
    public String nameOf(String splitAndResolution) {
        return namesOf(splitAndResolution).stream().findFirst().orElse(splitAndResolution);
    }

    /**
     * Reads an embedding.
     *
     * @throws Problem if there is none of this name, or it is damaged, with the line
     */
    public Embedding read(String name) {
        Path table = folder().resolve(checked(name) + TABLE);
        try {
            LabelSet labels = new LabelSet(experiment.manifest().labels());
            if (!Files.isRegularFile(table)) {
                if (experiment.isBundle()) {
                    throw Problem.input(Texts.of("experiment.bundle.error.noEmbedding", experiment, name));
                }
                throw Problem.input(Texts.of(
                        "experiment.embedding.error.missing",
                        experiment,
                        name,
                        Texts.of("experiment.experiment.advice.run", "mafer embed " + experiment)));
            }
            List<EmbeddingRow> rows = new ArrayList<>();
            return new Embedding(name, labels, readMetadata(name), rows, read(table, labels, rows));
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw Problem.input(Texts.of("experiment.embedding.error.damaged", table, experiment), e);
        }
    }

    /**
     * Reads the faces that were placed into an embedding; empty if there are none.
     *
     * @throws Problem if the table is damaged
     */
    public Optional<PlacedFaces> readPlaced(String name) {
        Path table = placed(name);
        if (!Files.isRegularFile(table)) {
            return Optional.empty();
        }
        try {
            LabelSet labels = new LabelSet(experiment.manifest().labels());
            List<EmbeddingRow> rows = new ArrayList<>();
            Points positions = read(table, labels, rows);
            return Optional.of(new PlacedFaces(name, labels, rows, positions));
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw Problem.input(Texts.of("experiment.embedding.error.damagedFile", table), e);
        }
    }

    /** Reads a table; returns the positions. */
    private static Points read(Path table, LabelSet labels, List<EmbeddingRow> rows) throws IOException {
        if (Files.size(table) > MAX_BYTES) {
            throw Problem.input(Texts.of("experiment.embedding.error.tooLarge", table));
        }
        List<float[]> places = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(InputFile.of(table), StandardCharsets.UTF_8, format)) {
            for (CSVRecord line : parser) {
                rows.add(row(line, labels));
                places.add(new float[] {number(line, "x"), number(line, "y")});
            }
        }
        return new Points(places.toArray(float[][]::new));
    }

    private static EmbeddingRow row(CSVRecord line, LabelSet labels) {
        return new EmbeddingRow(
                line.get("sample"),
                line.isMapped("group") ? line.get("group") : "",
                label(line.get("label"), labels),
                label(line.get("predicted"), labels),
                line.isMapped("confidence") ? number(line, "confidence") : 1,
                line.isMapped("resolution") ? resolution(line.get("resolution")) : Resolution.NATIVE,
                line.isMapped("split") ? line.get("split") : "");
    }

    private static Resolution resolution(String text) {
        return Resolution.read(text).orElseThrow(() -> new IllegalArgumentException("no resolution " + text));
    }

    private static int label(String name, LabelSet labels) {
        int label = labels.names().indexOf(name);
        if (label < 0) {
            throw new IllegalArgumentException("no class " + name);
        }
        return label;
    }

    private static float number(CSVRecord line, String column) {
        float value = Float.parseFloat(line.get(column));
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException(column + " is " + value);
        }
        return value;
    }

    /** Reads the metadata; everything is unknown if the file is missing. */
    public EmbeddingMetadata readMetadata(String name) {
        Path file = metadataFile(name);
        if (!Files.isRegularFile(file)) {
            return new EmbeddingMetadata(null, null, 0, false, Double.NaN, Double.NaN, null);
        }
        try {
            if (Files.size(file) > 1 << 20) {
                throw Problem.input(Texts.of("experiment.embedding.error.fileTooLarge", file));
            }
            JsonObject read = Json.read(Files.readString(InputFile.of(file)), JsonObject.class);
            if (read == null) {
                throw new JsonParseException("the file is empty");
            }
            // Version 0.1.0 wrote "cost", which is for another perplexity and is not the divergence of the embedding,
            // so it is not converted.
            if (!read.has("klDivergence")) {
                read.addProperty("klDivergence", Double.NaN);
            }
            return Json.read(read, EmbeddingMetadata.class);
        } catch (IOException | JsonParseException | IllegalArgumentException e) {
            throw Problem.input(Texts.of("experiment.embedding.error.damagedFile", file), e);
        }
    }

    private Path metadataFile(String name) {
        return folder().resolve(checked(name) + ".json");
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw Problem.input(Texts.of("experiment.embedding.error.name", name));
        }
        return name;
    }
}
