package org.maferstudio.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maferstudio.fixture.Allocated;
import org.maferstudio.fixture.Mutation;
import org.maferstudio.job.Problem;

/**
 * Whatever is done to a weight file, reading it gives tensors or a problem: nothing else is thrown, it does not take
 * long, and it does not ask for much memory.
 */
class WeightFuzzTest {
    private static final long SEED = 17;
    private static final long MOST_BYTES = 200L << 20;
    private static final long MOST_NANOS = 5_000_000_000L;

    /** What is damaged. */
    private enum Format {
        LEGACY("module_legacy.pth checkpoint_legacy.pt types_legacy.pth old_parameters.pth"),
        ZIP("module_zip.pth checkpoint_zip.pt types_zip.pth state_dict_proto4.pth"),
        /** The pickle inside a zip, which gets a sound checksum again. */
        PICKLE_IN_ZIP("module_zip.pth checkpoint_zip.pt types_zip.pth state_dict_proto4.pth"),
        SAFETENSORS("expected.safetensors types.safetensors");

        /** Names with spaces between them. */
        private final String files;

        Format(String files) {
            this.files = files;
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void threeThousandDamagedFilesOfAFormat(Format format) throws IOException {
        damage(format, 3_000);
    }

    @Tag("long")
    @Timeout(1200)
    @ParameterizedTest
    @EnumSource(Format.class)
    void aHundredThousandDamagedFilesOfAFormat(Format format) throws IOException {
        damage(format, 100_000);
    }

    private void damage(Format format, int times) throws IOException {
        String[] files = format.files.split(" ");
        Map<String, byte[]> sound = new HashMap<>();
        for (String file : files) {
            sound.put(file, TorchFixtures.bytes(file));
        }
        int read = 0;
        for (int i = 0; i < times; i++) {
            String name = files[i % files.length];
            Mutation mutation = new Mutation(SEED * 1_000_003 + i);
            boolean inside = format == Format.PICKLE_IN_ZIP;
            byte[] damaged = inside ? insideZip(sound.get(name), mutation) : mutation.of(sound.get(name));
            String which = format + ", damage " + i;
            long bytes = Allocated.byThisThread();
            long start = System.nanoTime();
            read += readsOrRefuses(damaged, which) ? 1 : 0;
            assertTrue(System.nanoTime() - start < MOST_NANOS, which + " took long");
            assertTrue(Allocated.byThisThread() - bytes < MOST_BYTES, which + " took much memory");
        }
        // Damage to the values of a tensor is none to the file, but where a checksum covers them.
        assertTrue(read > 0 && read < times, read + " of " + times + " were read");
    }

    private static boolean readsOrRefuses(byte[] damaged, String which) {
        try {
            for (Tensor tensor : WeightImport.read(new BytesChannel(damaged))
                    .weights()
                    .tensors()
                    .values()) {
                assertEquals(
                        tensor.elements() * tensor.type().bytes(), tensor.data().remaining(), which);
            }
            return true;
        } catch (IOException e) {
            Problem problem = WeightImport.unreadable(Path.of("damaged"), e);
            assertEquals(Problem.Kind.INPUT, problem.kind(), which);
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(which + " brought " + e, e);
        }
    }

    private static byte[] insideZip(byte[] sound, Mutation mutation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipMaker maker = new ZipMaker(out);
        BytesChannel channel = new BytesChannel(sound);
        for (ZipDirectory.Entry entry : ZipDirectory.read(channel).values()) {
            byte[] bytes = ZipEntryBytes.read(channel, entry, entry.size()).array();
            maker.stored(entry.name(), entry.name().endsWith("data.pkl") ? mutation.of(bytes) : bytes);
        }
        maker.end();
        return out.toByteArray();
    }
}
