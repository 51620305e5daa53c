package org.maferstudio.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.image.ImageFile;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.results.imports.ImportedMatrix;
import org.maferstudio.video.SourceName;
import org.maferstudio.weights.WeightImport;

class InputFileTest {
    private static final Pattern OPENING = Pattern.compile(
            "Files\\.(newInputStream|readString|readAllBytes|readAllLines|lines|newBufferedReader)\\((.{0,18})"
                    + "|new ZipFile\\((.{0,18})|FileChannel\\.open\\((.{0,18})[^;]{0,40}StandardOpenOption.READ");

    @TempDir
    private Path folder;

    private static String refused(Path file, Runnable reading) {
        String sentence = assertThrows(Problem.class, reading::run).getMessage();
        assertTrue(sentence.startsWith(file.toString()), sentence);
        return sentence;
    }

    @Test
    void aFileAndNothingAreThePathsThatTheyWere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "a");
        assertEquals(file, InputFile.of(file));
        assertEquals(folder.resolve("none"), InputFile.of(folder.resolve("none")));
    }

    @Test
    void aFolderIsNoFile() {
        assertTrue(refused(folder, () -> InputFile.of(folder)).endsWith("is a folder. Choose a file."));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsRejectedByEveryReaderBeforeItIsOpened() throws Exception {
        Path pipe = folder.resolve("pipe.pth");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        List<Runnable> readers = List.of(
                () -> WeightImport.read(pipe),
                () -> Experiment.open(pipe),
                () -> Datasets.open(DatasetSource.of(pipe.toString()), Progress.NONE),
                () -> SourceName.of(pipe.toString()),
                () -> ImportedMatrix.read(
                        pipe, new ImportedMatrix.Request(List.of(), ImportedMatrix.Rows.TRUTH, List.of())),
                () -> ImageFile.read(pipe));
        for (Runnable reader : readers) {
            assertTrue(refused(pipe, reader).contains("is a pipe or a device"));
        }
        Path zeros = Path.of("/dev/zero");
        assertTrue(refused(zeros, () -> ImageFile.read(zeros)).contains("is a pipe or a device"));
    }

    @Test
    void everyReaderChecksItsInputHere() throws IOException {
        List<Path> sources;
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            sources = all.filter(file -> file.toString().endsWith(".java")).toList();
        }
        int openings = 0;
        for (Path source : sources) {
            Matcher opening = OPENING.matcher(Files.readString(source));
            while (opening.find()) {
                openings++;
                assertTrue(
                        opening.group().contains("InputFile.of("),
                        source + " opens a file past InputFile: " + opening.group());
            }
        }
        assertTrue(openings > 30, openings + " openings");
    }
}
