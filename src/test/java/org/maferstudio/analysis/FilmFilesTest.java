package org.maferstudio.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

class FilmFilesTest {
    @TempDir
    private Path folder;

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
    }

    private List<String> found() {
        return FilmFiles.in(folder, Progress.NONE).stream()
                .map(film -> folder.relativize(film).toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void theVideosOfAFolderAndItsSubfoldersAreFoundByName() throws IOException {
        files("b.mp4", "A/z.MOV", "A/notes.txt", "A/B/c.webm", "._b.mp4", ".trash/old.mp4", "b.csv");
        assertEquals(List.of("A/B/c.webm", "A/z.MOV", "b.mp4"), found());
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        files("here/a.mp4");
        Files.createSymbolicLink(folder.resolve("here/again"), folder);
        Files.createSymbolicLink(folder.resolve("b.mp4"), folder.resolve("here/a.mp4"));
        assertEquals(List.of("here/a.mp4"), found());
    }

    @Test
    void aFolderWithoutVideosOrWithTooManyIsExplained() throws IOException {
        files("notes.txt");
        assertTrue(assertThrows(Problem.class, this::found).getMessage().contains("has no videos (mp4, mkv, "));
        for (int i = 0; i <= FilmFiles.MOST; i++) {
            files("film" + i + ".mp4");
        }
        assertTrue(assertThrows(Problem.class, this::found).getMessage().contains("more than 1,000 videos"));
    }
}
