package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.StopRequest;
import org.maferstudio.fixture.PillowPictures;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;

class DownsampleCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StopRequest stop = new StopRequest();
    private Path images;
    private Path results;

    @BeforeEach
    void makeFolders() throws IOException {
        images = Files.createDirectory(folder.resolve("images"));
        results = folder.resolve("out");
    }

    @Test
    void writesWhatMakeLowresWrites() {
        RasterImage source = null;
        for (String[] line : PillowPictures.lines("schedule/lowering.csv")) {
            RasterImage image = PillowPictures.picture(line, 2);
            if (line[1].equals("0")) {
                source = image;
                ImageFile.write(source, images.resolve(line[0] + ".png"));
            }
        }
        assertEquals(ExitCode.DONE, lower("--resolutions", "2,8,16,24,32,47,48"), this::said);
        for (String[] line : PillowPictures.lines("schedule/lowering.csv")) {
            if (!line[1].equals("0")) {
                Path file = results.resolve(line[1]).resolve(line[0] + ".png");
                assertEquals(PillowPictures.picture(line, 2), ImageFile.read(file), file::toString);
            }
        }
    }

    @Test
    void oneDamagedImageIsNamedAndTheOthersAreWritten() throws IOException {
        ImageFile.write(new RasterImage(9, 9, 1, new byte[81]), images.resolve("good.png"));
        Files.write(images.resolve("bad.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
        assertEquals(ExitCode.USAGE, lower("--resolutions", "4"));
        assertTrue(said().contains("bad.jpg"), this::said);
        assertTrue(Files.exists(results.resolve("4").resolve("good.png")));
        try (Stream<Path> written = Files.list(results.resolve("4"))) {
            assertEquals(1, written.count());
        }
    }

    @Test
    void aFolderWithoutImagesIsAProblem() {
        assertEquals(ExitCode.USAGE, lower("--resolutions", "4"));
        assertTrue(said().contains("contains no images"), this::said);
    }

    @Test
    void twoImagesOfOneNameAreAProblem() {
        ImageFile.write(new RasterImage(9, 9, 1, new byte[81]), images.resolve("face.png"));
        ImageFile.write(new RasterImage(9, 9, 1, new byte[81]), images.resolve("face.jpg"));
        assertEquals(ExitCode.USAGE, lower("--resolutions", "4"));
        assertTrue(said().contains("face.jpg and face.png"), this::said);
    }

    @Test
    void aWrongKernelOrResolutionIsAProblem() {
        assertEquals(ExitCode.USAGE, lower("--resolutions", "4", "--kernel", "mitchell"));
        assertTrue(said().contains("\"mitchell\""), this::said);
        assertEquals(ExitCode.USAGE, lower("--resolutions", "0"));
        assertTrue(said().contains("0 px"), this::said);
        assertEquals(ExitCode.USAGE, lower("--resolutions", "eight"));
        assertTrue(said().contains("eight"), this::said);
    }

    @Test
    void replacesWhatItWroteItselfButNoImageOfAnotherProgramUnlessForced() throws IOException {
        ImageFile.write(new RasterImage(9, 9, 1, new byte[81]), images.resolve("a.png"));
        ImageFile.write(new RasterImage(9, 9, 1, new byte[81]), images.resolve("b.png"));
        assertEquals(ExitCode.DONE, lower("--resolutions", "4"), this::said);
        assertEquals(ExitCode.DONE, lower("--resolutions", "4"), this::said);
        Path foreign = results.resolve("4").resolve("b.png");
        byte[] theirs = ImageFile.png(new RasterImage(3, 3, 1, new byte[9]));
        Files.write(foreign, theirs);
        Files.delete(results.resolve("4").resolve("a.png"));
        assertEquals(ExitCode.USAGE, lower("--resolutions", "4"));
        assertTrue(said().contains(foreign + " already exists and was not written by this program"), this::said);
        assertArrayEquals(theirs, Files.readAllBytes(foreign));
        assertFalse(Files.exists(results.resolve("4").resolve("a.png")), "nothing is written before all is checked");
        assertEquals(ExitCode.DONE, lower("--resolutions", "4", "--force"), this::said);
        assertEquals(9, ImageFile.read(foreign).width());
    }

    @Test
    void stopsWhenAsked() {
        ImageFile.write(new RasterImage(9, 9, 1, new byte[81]), images.resolve("face.png"));
        stop.request();
        assertEquals(ExitCode.STOPPED, lower("--resolutions", "4"));
    }

    private int lower(String... options) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                stop);
        String[] arguments = Stream.concat(
                        Stream.of("lower", "--images", images.toString(), "--out", results.toString()),
                        Stream.of(options))
                .toArray(String[]::new);
        return Mafer.commandLine(console, List.of(new DownsampleCommand(console)))
                .execute(arguments);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
