package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.expression.Expression;
import org.maferstudio.image.ImageFile;

@Tag("engine")
class ExplainCommandTest {
    @TempDir
    private static Path folder;

    private static Path network;
    private static Path face;

    @BeforeAll
    static void trainANetwork() throws IOException {
        network = folder.resolve("network");
        Path bars = Files.createDirectory(folder.resolve("bars"));
        CommandRun run = CommandRun.training(bars, 2, network, 1);
        assertEquals(0, run.code(), run.err());
        face = folder.resolve("face.png");
        ImageFile.write(DrawnFaces.draw(Expression.HAPPINESS, 1, 1), face);
    }

    @Test
    void mapsOfAFaceAreDrawnForSeveralResolutions() throws IOException {
        for (String method : List.of("occlusion", "grad-cam")) {
            Path table = folder.resolve(method + ".csv");
            CommandRun run = explain("--image", face.toString(), "--method", method, "--out", table.toString());
            assertEquals(0, run.code(), run.err());
            List<String> lines = Files.readAllLines(table);
            assertEquals("network,resolution,class,probability,row,column,value", lines.get(0));
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("network,8,")), lines.get(1));
        }
        Path figure = folder.resolve("figure.png");
        assertEquals(
                0,
                explain("--image", face.toString(), "--out", figure.toString()).code());
        assertTrue(Files.size(figure) > 1000);
    }

    @Test
    void aReportHasMapsOfItsNetworksIfTheyAreAskedFor() throws IOException {
        Path page = folder.resolve("report.html");
        CommandRun run = CommandRun.of("report", network.toString(), "--maps", "2", "--out", page.toString());
        assertEquals(0, run.code(), run.err());
        String text = Files.readString(page);
        assertTrue(text.contains("<h2>What the networks look at</h2>"), run.err());
        assertTrue(text.contains("up to 2 random images"));
        CommandRun none = CommandRun.of("report", network.toString(), "--maps", "0", "--out", page.toString());
        assertEquals("--maps must be from 1 to 1000, got 0.\n", none.err());
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertEquals(
                "Give --image FILE, or --class NAME with a dataset.\n",
                explain("--out", "x.png").err());
        CommandRun method = explain("--image", face.toString(), "--method", "lime", "--out", "x.png");
        assertEquals("There is no method lime. Choose one of occlusion, grad-cam.\n", method.err());
        CommandRun label = explain("--image", face.toString(), "--class", "joy", "--out", "x.png");
        assertTrue(label.err().startsWith("The network has no class joy. Choose one of anger, "), label.err());
    }

    private static CommandRun explain(String... options) {
        String[] line = new String[options.length + 4];
        line[0] = "explain";
        line[1] = network.toString();
        line[2] = "--resolutions";
        line[3] = "native,8";
        System.arraycopy(options, 0, line, 4, options.length);
        return CommandRun.of(line);
    }
}
