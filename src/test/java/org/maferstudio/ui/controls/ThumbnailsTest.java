package org.maferstudio.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.job.Problem;
import org.maferstudio.ui.workbench.LogBuffer;

class ThumbnailsTest {
    @Test
    void whereAWholeFolderIsGoneTheLogWarnsOnce() {
        LogBuffer log = new LogBuffer();
        Logger logger = Logger.getLogger(Thumbnails.class.getName());
        logger.addHandler(log);
        try {
            Thumbnails<Integer> thumbnails = new Thumbnails<>(
                    new DirectJobs(),
                    item -> {
                        throw Problem.input("There is no file " + item + ".");
                    },
                    64);
            List<Optional<Image>> images = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                thumbnails.request(i, images::add);
            }
            assertEquals(100, images.size());
            assertTrue(images.stream().allMatch(Optional::isEmpty), "each place says so");
            assertEquals(
                    List.of("Reading a thumbnail: There is no file 0."),
                    log.lines().stream().map(LogBuffer.Line::text).toList());
            thumbnails.clear();
            thumbnails.request(1, images::add);
            assertEquals(2, log.lines().size(), "another source is another reason");
        } finally {
            logger.removeHandler(log);
        }
    }
}
