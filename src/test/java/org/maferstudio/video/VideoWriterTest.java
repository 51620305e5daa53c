package org.maferstudio.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.image.RasterImage;

@Timeout(60)
class VideoWriterTest {
    @TempDir
    private Path folder;

    private static RasterImage picture(int width, int height, int value) {
        byte[] values = new byte[3 * width * height];
        Arrays.fill(values, (byte) value);
        return new RasterImage(width, height, 3, values);
    }

    @Test
    void moreFramesThanMayWaitAllArriveInOrder() throws Exception {
        VideoWriter writer = new VideoWriter(folder.resolve(RecordingFiles.FILM), 1280, 960);
        int frames = 40;
        assertTrue(frames * 3L * 1280 * 960 > VideoWriter.MOST_WAITING, "more than may wait");
        for (int i = 0; i < frames; i++) {
            writer.add(picture(1280, 960, 6 * i), 33L * i);
        }
        writer.close();
        try (FrameSource film = Video.recording(folder)) {
            for (int i = 0; i < frames; i++) {
                assertEquals((byte) (6 * i), film.next().orElseThrow().image().values()[0], "frame " + i);
            }
            assertFalse(film.next().isPresent());
        }
    }

    @Test
    void oneImageLargerThanAllThatMayWaitIsStillTaken() throws Exception {
        VideoWriter writer = new VideoWriter(folder.resolve(RecordingFiles.FILM), 6000, 4000);
        writer.add(picture(6000, 4000, 9), 0);
        writer.close();
        try (FrameSource film = Video.recording(folder)) {
            assertTrue(film.next().isPresent());
        }
    }

    @Test
    void aFailedWriteIsReportedAndDoesNotBlock() throws Exception {
        Files.createDirectory(folder.resolve(RecordingFiles.FILM));
        VideoWriter writer = new VideoWriter(folder.resolve(RecordingFiles.FILM), 640, 480);
        assertThrows(IOException.class, () -> {
            for (int i = 0; i < 1000; i++) {
                writer.add(picture(640, 480, i), 33L * i);
            }
        });
        assertThrows(IOException.class, writer::close);
    }
}
