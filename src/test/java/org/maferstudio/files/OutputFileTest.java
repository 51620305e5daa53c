package org.maferstudio.files;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.job.Problem;

class OutputFileTest {
    @TempDir
    private Path folder;

    private void assertRefused(String words, Path file, OutputFile.Kind kind, OutputFile.Existing existing) {
        String sentence = assertThrows(Problem.class, () -> OutputFile.check(file, kind, existing))
                .getMessage();
        assertTrue(sentence.contains(words), sentence);
    }

    @Test
    void aContradictoryNameIsRejected() {
        assertRefused(
                "must end in .html, .htm",
                folder.resolve("thesis.docx"),
                OutputFile.Kind.REPORT,
                OutputFile.Existing.REPLACE);
        assertDoesNotThrow(
                () -> OutputFile.check(folder.resolve("a.HTML"), OutputFile.Kind.REPORT, OutputFile.Existing.KEEP));
    }

    @Test
    void whatTheProgramDidNotWriteIsReplacedOnlyIfTheUserSaysSo() throws IOException {
        Path page = Files.writeString(folder.resolve("home.html"), "<html><title>MAFER Studio</title></html>");
        assertRefused("--force", page, OutputFile.Kind.REPORT, OutputFile.Existing.KEEP);
        assertDoesNotThrow(() -> OutputFile.check(page, OutputFile.Kind.REPORT, OutputFile.Existing.REPLACE));
        Path table = Files.writeString(folder.resolve("own.csv"), "file,age\n");
        assertRefused("--force", table, OutputFile.Kind.FEATURES, OutputFile.Existing.KEEP);
    }

    @Test
    void whatTheProgramWroteIsReplaced() throws IOException {
        Path table = Files.writeString(folder.resolve("features.csv"), "file,feature_0,feature_1\na.png,1,2\n");
        assertDoesNotThrow(() -> OutputFile.check(table, OutputFile.Kind.FEATURES, OutputFile.Existing.KEEP));
    }

    @Test
    void aTableIsReplacedByOneOfTheSameColumnsAndByNoOther() throws IOException {
        Path table = Files.writeString(folder.resolve("figure.csv"), "true,Fröhlich\nhappiness,0.9\n");
        String same = "true,Fröhlich\nhappiness,0.8\nfear,0.1\n";
        assertDoesNotThrow(() -> OutputFile.checkTable(table, same, OutputFile.Existing.KEEP));
        String sentence = assertThrows(
                        Problem.class,
                        () -> OutputFile.checkTable(table, "epoch,loss\n1,2\n", OutputFile.Existing.KEEP))
                .getMessage();
        assertTrue(sentence.contains("has other columns") && sentence.contains("--force"), sentence);
        assertDoesNotThrow(() -> OutputFile.checkTable(table, "epoch,loss\n", OutputFile.Existing.REPLACE));
        assertDoesNotThrow(
                () -> OutputFile.checkTable(folder.resolve("none.csv"), "epoch\n", OutputFile.Existing.KEEP));
    }

    @Test
    void aThesisWithATableIsNotTakenForOne() throws IOException {
        Path thesis = Files.writeString(
                folder.resolve("thesis.tex"), "\\documentclass{book}\n\\begin{tabular}{lr}\n\\end{tabular}\n");
        assertRefused("--force", thesis, OutputFile.Kind.TEX, OutputFile.Existing.KEEP);
    }

    @Test
    void aFolderIsNeverReplaced() throws IOException {
        Path place = Files.createDirectory(folder.resolve("a.html"));
        assertRefused("is a folder or a device", place, OutputFile.Kind.REPORT, OutputFile.Existing.REPLACE);
    }
}
