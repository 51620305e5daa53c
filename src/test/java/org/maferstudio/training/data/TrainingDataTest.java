package org.maferstudio.training.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetOnDisk;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;

class TrainingDataTest {
    @TempDir
    Path folder;

    private DatasetSource source;

    @BeforeEach
    void writeADatasetWithDuplicates() {
        DatasetOnDisk disk = new DatasetOnDisk(folder);
        disk.pictures(
                "train/anger/new.png",
                "train/anger/twice.png",
                "train/fear/other.png",
                "validation/anger/one.png",
                "validation/fear/two.png",
                "test/fear/three.png",
                "test/anger/four.png");
        RasterImage copied = DatasetOnDisk.picture(48, "test/anger/four.png".hashCode());
        disk.bytes("train/anger/exact.png", ImageFile.png(copied));
        disk.bytes("train/fear/brighter.png", ImageFile.png(brighter(copied)));
        disk.bytes("train/anger/again.png", disk.read("train/anger/twice.png"));
        source = DatasetSource.of(disk.path());
    }

    @Test
    void imagesOfTrainThatAlsoOccurInAnotherSplitAreLeftOutOnRequest() {
        try (TrainingData data = TrainingData.toTrain(source.withoutDuplicates(), Progress.NONE)) {
            assertEquals(List.of("again.png", "new.png", "twice.png", "other.png"), names(data.samples(Sample.TRAIN)));
            assertEquals(2, data.leftOutDuplicates());
            assertEquals(2, data.samples(Sample.TEST).size());
            assertEquals(2, data.samples(Sample.VALIDATION).size());
            assertTrue(
                    data.metadata()
                            .notes()
                            .contains("Trains without 2 images that also occur, exactly or nearly, in another split."),
                    () -> data.metadata().notes().toString());
        }
    }

    @Test
    void otherwiseAllImagesAreTrainedOnAndTheDatasetIsTheSame() {
        try (TrainingData all = TrainingData.toTrain(source, Progress.NONE);
                TrainingData fewer = TrainingData.toTrain(source.withoutDuplicates(), Progress.NONE)) {
            assertEquals(6, all.samples(Sample.TRAIN).size());
            assertEquals(0, all.leftOutDuplicates());
            assertEquals(all.metadata().fingerprint(), fewer.metadata().fingerprint());
        }
    }

    @Test
    void aSearchThatWasStoppedLeavesNothingToTrainOn() {
        // The other tests' images have been searched before.
        new DatasetOnDisk(folder).pictures("train/fear/searched-only-here.png");
        AtomicBoolean comparing = new AtomicBoolean();
        Progress stopping = new Progress() {
            @Override
            public void report(double fraction, String message) {
                comparing.compareAndSet(false, message.equals("Comparing images"));
            }

            @Override
            public boolean stopRequested() {
                return comparing.get();
            }
        };
        try (TrainingData data = TrainingData.toTrain(source.withoutDuplicates(), stopping)) {
            assertTrue(comparing.get());
            assertFalse(data.isComplete());
        }
    }

    private static List<String> names(List<Sample> samples) {
        return samples.stream()
                .map(sample -> sample.id().substring(sample.id().lastIndexOf('/') + 1))
                .toList();
    }

    private static RasterImage brighter(RasterImage image) {
        byte[] values = image.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.min(255, (values[i] & 0xFF) + 4);
        }
        return new RasterImage(image.width(), image.height(), 1, values);
    }
}
