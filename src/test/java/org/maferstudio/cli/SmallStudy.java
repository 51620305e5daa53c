package org.maferstudio.cli;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;

/** A series of two short trainings and what is asked about it, all by the command line. */
final class SmallStudy {
    private final Path input;
    private final Path place;
    private final Map<String, String> all = new TreeMap<>();

    private SmallStudy(Path input, Path place) {
        this.input = input;
        this.place = place;
    }

    /** Writes what the commands read. */
    static void prepare(Path input) throws IOException {
        TinyFaces.write(input, 8, 4);
        byte[] values = new byte[24 * 24];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (7 * i);
        }
        Path images = Files.createDirectories(input.resolve("images"));
        ImageFile.write(new RasterImage(24, 24, 1, values), images.resolve("i.png"));
        StringBuilder table = new StringBuilder("sample,subject,gt_label,prediction\n");
        for (int i = 0; i < 40; i++) {
            table.append("s" + i + ",p" + i / 4 + "," + (i % 2 == 0 ? "happy" : "sad") + ",happy\n");
        }
        Files.writeString(input.resolve("theirs.csv"), table);
    }

    /** Runs all commands; what each printed, and what lies there afterwards, by name; without times. */
    static Map<String, String> run(Path input, Path place) throws IOException {
        return new SmallStudy(input, Files.createDirectories(place)).run();
    }

    private Map<String, String> run() throws IOException {
        String faces = input.resolve("fer2013.csv").toString();
        String series = place.resolve("series").toString();
        String first = place.resolve("series/seed-1").toString();
        run(
                "train --network se-resnet-18 --size 32 --resize 36 -bs 28 -e 1 --seeds 1,2 --threads 1",
                "--dataset",
                faces,
                "--out",
                series);
        run("evaluate --split validation --resolutions native,8 --json", first);
        run(
                "compare --split validation --json",
                first,
                place.resolve("series/seed-2").toString());
        run("embed --split validation --perplexity 3 --iterations 250", first);
        run("dataset --json", faces);
        run(
                "lower --resolutions 8,12",
                "--images",
                input.resolve("images").toString(),
                "--out",
                place.resolve("lower").toString());
        String theirs = place.resolve("theirs").toString();
        run(
                "import-predictions --dataset-name fer2013",
                input.resolve("theirs.csv").toString(),
                "--out",
                theirs);
        run("compare --paper --json", theirs);
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(SmallStudy::isText).toList()) {
                all.put(place.relativize(file).toString(), timeless(file));
            }
        }
        return all;
    }

    private void run(String words, String... paths) {
        List<String> line = new ArrayList<>(List.of(words.split(" ")));
        line.addAll(List.of(paths));
        CommandRun run = CommandRun.of(line.toArray(String[]::new));
        all.put(words + ": exit", run.code() + (run.code() == 0 ? "" : " " + run.err()));
        all.put(words + ": out", run.out().replace(place.toString(), ""));
    }

    private static boolean isText(Path file) {
        return Files.isRegularFile(file) && file.toString().matches(".*\\.(json|csv|txt|md)");
    }

    private String timeless(Path file) {
        try {
            String text = Files.readString(file)
                    .replace(place.toString(), "")
                    .replaceAll("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}", "a time");
            return switch (file.getFileName().toString()) {
                case "history.csv" -> text.replaceAll("(?m),[0-9.]+$", ",seconds");
                // Rates and seconds differ from run to run; their form does not.
                case "log.txt", "last.state.json" ->
                    text.replaceAll("[0-9a-f]{64}", "sum").replaceAll("[0-9]+", "0");
                default -> text;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs in a process of its own: where the input lies, where to work, and the JSON file to write. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> all = run(Path.of(arguments[0]), Path.of(arguments[1]));
        Files.writeString(Path.of(arguments[2]), new Gson().toJson(all));
    }
}
