package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.ImportedNetwork;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.job.Progress;
import org.maferstudio.network.onnx.OnnxFixtures;
import org.maferstudio.onnx.OnnxFile;

@Tag("engine")
class LiveCommandTest {
    @TempDir
    private Path folder;

    private static CommandRun headless(String source, String... options) {
        List<String> line = new ArrayList<>(List.of("live", "--headless", "--source", source));
        line.addAll(List.of(options));
        return CommandRun.of(line.toArray(String[]::new));
    }

    private String experiment(int index) {
        return IncludedExperiments.open(IncludedExperiments.entries().get(index), folder.resolve("gallery"))
                .folder()
                .toString();
    }

    @Test
    void aRecordingReplaysToTheSameTable() throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        CommandRun live = headless(
                "drawn",
                "--frames",
                "5",
                "--resolution",
                "12",
                "--json",
                "--experiment",
                experiment(0),
                "--experiment",
                experiment(1),
                "--record",
                first.toString());
        assertEquals(0, live.code(), live.err());
        JsonObject numbers = JsonParser.parseString(live.out()).getAsJsonObject();
        assertTrue(numbers.get("frames").getAsLong() >= 5);
        for (String key : List.of("frames_per_second", "latency_ms_p50", "latency_ms_p95", "dropped", "faces")) {
            assertTrue(numbers.has(key), key);
        }
        CommandRun replay = headless(
                first.toString(),
                "--experiment",
                experiment(0),
                "--experiment",
                experiment(1),
                "--record",
                second.toString());
        assertEquals(0, replay.code(), replay.err());
        String table = Files.readString(first.resolve("faces.csv"));
        assertTrue(table.lines().skip(1).allMatch(row -> row.split(",", -1)[2].equals("12")), table);
        assertEquals(drawnBoxes(table), drawnBoxes(Files.readString(second.resolve("faces.csv"))));
    }

    @Test
    @Tag("engine")
    void valenceAndArousalAreRecordedAndTheirMeansPrinted() throws Exception {
        Path network = folder.resolve("network");
        ImportedNetwork.create(
                network,
                new ImportedNetwork.Request(
                        OnnxFile.read(OnnxFixtures.file("heads64")), OnnxFixtures.contract("heads64"), "", 1),
                Progress.NONE);
        Path recorded = folder.resolve("recorded");
        CommandRun live = headless(
                "drawn",
                "--frames",
                "4",
                "--json",
                "--experiment",
                experiment(0),
                "--experiment",
                network.toString(),
                "--record",
                recorded.toString());
        assertEquals(0, live.code(), live.err());
        List<String> rows = Files.readAllLines(recorded.resolve("faces.csv"));
        List<String> columns = List.of(rows.get(0).split(","));
        assertEquals(List.of("v2_valence", "v2_arousal"), columns.subList(columns.size() - 2, columns.size()));
        double mean = rows.stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row.split(",", -1)[columns.size() - 1]))
                .average()
                .orElseThrow();
        JsonArray means = JsonParser.parseString(live.out()).getAsJsonObject().getAsJsonArray("mean_values");
        assertEquals(new JsonObject(), means.get(0));
        assertEquals(mean, means.get(1).getAsJsonObject().get("arousal").getAsDouble(), 1e-5);
        assertTrue(Files.readString(recorded.resolve("recording.json")).contains("\"arousal\""));
    }

    @Test
    void aFilmIsReadWhileANetworkTrainsInTheSameProcess() throws Exception {
        Path recorded = folder.resolve("recorded");
        CommandRun made =
                headless("drawn", "--frames", "40", "--experiment", experiment(0), "--record", recorded.toString());
        assertEquals(0, made.code(), made.err());
        CompletableFuture<CommandRun> film = CompletableFuture.supplyAsync(
                () -> headless(recorded.resolve("film.mkv").toString(), "--experiment", experiment(0), "--json"));
        CommandRun trained = CommandRun.training(folder, 2, folder.resolve("trained"), 2);
        assertEquals(0, trained.code(), trained.err());
        CommandRun read = film.get();
        assertEquals(0, read.code(), read.err());
        assertTrue(
                JsonParser.parseString(read.out())
                                .getAsJsonObject()
                                .get("frames_searched")
                                .getAsLong()
                        > 0,
                read.out());
    }

    /** Frame, time and resolution: a replay searches for faces where the drawn film knew them. */
    private static List<String> drawnBoxes(String table) {
        return table.lines()
                .map(row -> String.join(",", List.of(row.split(",", -1)).subList(0, 3)))
                .distinct()
                .toList();
    }

    @Test
    void whatCannotBeShownIsRejectedInOneSentence() {
        CommandRun source =
                CommandRun.of("live", "--headless", "--source", "nowhere.mp4", "--experiment", experiment(0));
        assertEquals(2, source.code());
        assertTrue(source.err().startsWith("Unknown source \"nowhere.mp4\", which is no file"), source.err());
        CommandRun resolution = CommandRun.of("live", "--headless", "--resolution", "tiny");
        assertEquals(2, resolution.code());
        assertTrue(resolution.err().toLowerCase(Locale.ROOT).contains("resolution"), resolution.err());
    }
}
