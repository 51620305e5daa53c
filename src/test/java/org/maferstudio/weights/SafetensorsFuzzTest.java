package org.maferstudio.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.maferstudio.job.Problem;

/** Whatever is done to a file, reading it gives a file or a problem, and nothing else. */
class SafetensorsFuzzTest {
    private static final Path FILE = temporaryFile();
    private static final byte[] SOUND = sound();

    private static Path temporaryFile() {
        try {
            Path file = Files.createTempFile("fuzz", ".safetensors");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sound() {
        try {
            Safetensors.write(
                    FILE,
                    WeightFile.of(
                            List.of(Tensor.ofFloats("w", new float[] {1, 2, 3, 4}, 2, 2), Tensor.ofLongs("n", 5)),
                            Map.of("k", "v")));
            return Files.readAllBytes(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 2000)
    void bytesThatChanged(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 255) Integer> values,
            @ForAll @Size(min = 8, max = 8) List<@IntRange(max = 10_000) Integer> places)
            throws IOException {
        byte[] bytes = SOUND.clone();
        for (int i = 0; i < values.size(); i++) {
            bytes[places.get(i) % bytes.length] = values.get(i).byteValue();
        }
        readsOrRefuses(bytes);
    }

    @Property(tries = 1000)
    void bytesThatAreGone(@ForAll @IntRange(max = 10_000) int from, @ForAll @IntRange(max = 300) int count)
            throws IOException {
        int start = from % SOUND.length;
        int end = Math.min(SOUND.length, start + count);
        byte[] bytes = new byte[SOUND.length - (end - start)];
        System.arraycopy(SOUND, 0, bytes, 0, start);
        System.arraycopy(SOUND, end, bytes, start, SOUND.length - end);
        readsOrRefuses(bytes);
    }

    private static void readsOrRefuses(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        try {
            Safetensors.read(FILE);
        } catch (Problem e) {
            assertEquals(Problem.Kind.INPUT, e.kind());
        }
    }
}
