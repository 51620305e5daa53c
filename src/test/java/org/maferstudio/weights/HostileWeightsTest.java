package org.maferstudio.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.fixture.Allocated;
import org.maferstudio.job.Problem;

/** Files that mean ill: each is refused in one sentence, soon, and in little memory. */
class HostileWeightsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long LITTLE = 400L << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # what it asks for                              | its pickle, as Python's pickletools would show it
                    posix.system                                    | cposix\\nsystem\\n(S'true'\\ntR.
                    builtins.eval                                   | cbuiltins\\neval\\n.
                    __builtin__.getattr                             | c__builtin__\\ngetattr\\n.
                    subprocess.Popen                                | \\x80\\x04\\x8c\\x0asubprocess\\x8c\\x05Popen\\x93.
                    torch.nn.functional.relu                        | ctorch.nn.functional\\nrelu\\n.
                    torch.storage._load_from_bytes                  | ctorch.storage\\n_load_from_bytes\\n.
                    MainModel.Other                                 | cMainModel\\nOther\\n.
                    torch.FloatTensor                               | ctorch\\nFloatTensor\\n.
                    """)
    void aNameThatNoWeightFileNeedsIsRefused(String name, String pickle) throws IOException {
        assertRefused(legacy(pickle), name);
        assertRefused(zip(pickle), name);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    an object by its class and arguments             | (cMainModel\\nKitModel\\no.
                    an instance by name                              | (iposix\\nsystem\\n.
                    an extension code                                | \\x82\\x01.
                    a whole number of two gigabytes                  | \\x8b\\xff\\xff\\xff\\x7f.
                    a whole number of negative length                | \\x8b\\xff\\xff\\xff\\xff.
                    a text of four gigabytes                         | X\\xff\\xff\\xff\\xff.
                    a text of eight exabytes                         | \\x8d\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x7f.
                    a text of negative length                        | \\x8d\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff.
                    more taken than there is                         | \\x86.
                    a mark that is not there                         | t.
                    taking from below a mark                         | N(0.
                    recalling what was not said                      | h\\x05.
                    a key without a value                            | }(K\\x01u.
                    an appendix to a number                          | K\\x01Na.
                    a call of a number                               | K\\x01)R.
                    a call of a storage's class                      | ctorch\\nFloatStorage\\n)R.
                    a call with no tuple                             | ccollections\\nOrderedDict\\nNR.
                    a state for a number                             | K\\x01}b.
                    a persistent id that is none                     | K\\x01Q.
                    a storage of a negative size                     | (S'storage'\\nctorch\\nFloatStorage\\nS'0'\\nS'cpu'\\nI-1\\ntQ.
                    a storage beyond any disk                        | (S'storage'\\nctorch\\nFloatStorage\\nS'0'\\nS'cpu'\\nI99999999999999999\\ntQ.
                    a protocol of the future                         | \\x80\\x09N.
                    no end                                           | }}}
                    nothing of a network                             | N.
                    a list of numbers                                | ](K\\x01K\\x02e.
                    an empty dictionary                              | }.
                    """)
    void aPickleIsRefusedThatHas(String what, String pickle) throws IOException {
        assertRefused(legacy(pickle), "");
        assertRefused(zip(pickle), "");
    }

    @ParameterizedTest(name = "shape {0}, strides {1}, from {2}")
    @CsvSource({
        "I5\\n, I1\\n, 0", // one more than there are
        "I4\\n, I1\\n, 1", // beyond the end
        "I4\\n, I0\\n, 9", // stands behind the end
        "I2\\nI2\\n, I1\\n, 0", // two dimensions, one stride
        "I-1\\n, I1\\n, 0",
        "I1\\n, I-1\\n, 0",
        "I2\\n, I3000000000000\\n, 0",
        "I5\\n, I0\\n, 0", // five elements of one
        "I100000000000000\\nI100000000000000\\nI0\\n, I0\\nI0\\nI0\\n, 0",
        "I100000000000000\\nI100000000000000\\n, I0\\nI0\\n, 0",
        "N, I1\\n, 0"
    })
    void aTensorWhoseSizeIsALieIsRefused(String shape, String strides, int offset) throws IOException {
        String pickle =
                "}S'w'\\nctorch._utils\\n_rebuild_tensor_v2\\n((S'storage'\\nctorch\\nFloatStorage\\nS'0'\\nS'cpu'\\nI4\\ntQ"
                        + "I" + offset + "\\n(" + shape + "t(" + strides + "tI00\\n}tRs.";
        assertRefused(legacy(pickle), "");
        assertRefused(zip(pickle), "");
    }

    @Test
    void theSameTensorThatTellsTheTruthIsRead() throws IOException {
        Path file = zip(
                "}S'w'\\nctorch._utils\\n_rebuild_tensor_v2\\n((S'storage'\\nctorch\\nFloatStorage\\nS'0'\\nS'cpu'\\nI4\\ntQ"
                        + "I1\\n(I3\\nt(I1\\ntI00\\n}tRs.");
        assertEquals(3, WeightImport.read(file).weights().tensor("w").elements());
    }

    @Test
    void aWholeNumberOfManyDigitsIsRejected() throws IOException {
        assertRefused(zip("L" + "1".repeat(1000) + "L\\n."), "1000 digits");
    }

    @Test
    void aDictionaryInItselfIsRejected() throws IOException {
        assertRefused(zip("}q\\x00S'a'\\nh\\x00s."), "contains itself");
    }

    @Test
    void aModuleInItselfIsRejected() throws IOException {
        String module = "ctorch.nn.modules.container\\nSequential\\n)\\x81q\\x00}S'_modules'\\n}S'a'\\nh\\x00ssb.";
        assertRefused(zip(module), "contains itself");
    }

    /** Thirty dictionaries, each twice in the next: a billion paths. */
    @Test
    void aMemoBombIsRejected() throws IOException {
        StringBuilder pickle = new StringBuilder("}");
        for (int i = 0; i < 30; i++) {
            pickle.append("p")
                    .append(i)
                    .append("\\n0}S'a'\\ng")
                    .append(i)
                    .append("\\nsS'b'\\ng")
                    .append(i)
                    .append("\\ns");
        }
        assertRefused(zip(pickle + "."), "nested");
    }

    @Test
    void tensorsThatShareOneStorageTooOftenAreRejected() throws IOException {
        StringBuilder pickle = new StringBuilder("}(");
        String view =
                "ctorch._utils\\n_rebuild_tensor_v2\\n((S'storage'\\nctorch\\nFloatStorage\\nS'0'\\nS'cpu'\\nI4\\ntQ"
                        + "I0\\n(I4\\nt(I1\\ntI00\\n}tRq\\x00";
        for (int i = 0; i < 100; i++) {
            pickle.append("S'").append(i).append("'\\n").append(i == 0 ? view : "h\\x00");
        }
        assertRefused(zip(pickle + "u."), "many times");
    }

    /** A list of 400,000 items, copied 100,000 times: 300 GB from 1 MB. */
    @Test
    void aListThatIsCopiedVeryOftenIsRejected() throws IOException {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write(bytes("\\x80\\x02cbuiltins\\nlist\\nq\\x01]("));
        pickle.write(bytes("N".repeat(400_000)));
        pickle.write(bytes("eq\\x00"));
        pickle.write(bytes("h\\x01h\\x00\\x85R".repeat(100_000)));
        pickle.write('.');
        assertRefused(file(legacyBytes(pickle.toByteArray())), "operations");
    }

    /** A state of 60,000 entries that is given to 150,000 modules: 9 billion entries if each had its own. */
    @Test
    void aStateThatVeryManyObjectsShareIsRejected() throws IOException {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write(bytes("\\x80\\x02ctorch.nn.modules.container\\nSequential\\nq\\x01}("));
        for (int key = 0; key < 60_000; key++) {
            pickle.write(new byte[] {'M', (byte) key, (byte) (key >> 8), 'N'});
        }
        pickle.write(bytes("uq\\x00"));
        pickle.write(bytes("h\\x01)\\x81h\\x00b".repeat(150_000)));
        pickle.write('.');
        assertRefused(file(legacyBytes(pickle.toByteArray())), "");
    }

    @Test
    void aMillionOperationsAreEnough() throws IOException {
        byte[] pickle = new byte[20 << 20];
        Arrays.fill(pickle, (byte) '}');
        assertRefused(file(legacyBytes(pickle)), "operations");
    }

    @Test
    void aNameOfMegabytesIsNotRepeatedForEachLayer() throws IOException {
        String key = "k".repeat(1 << 20);
        assertRefused(zip("}S'a'\\n}\\x8d\\x00\\x00\\x10\\x00\\x00\\x00\\x00\\x00" + key + "}s.s."), "");
    }

    @Test
    void aBigEndianFileIsRejected() throws IOException {
        byte[] bytes = TorchFixtures.bytes("module_legacy.pth");
        int at = indexOf(bytes, bytes("little_endian")) + "little_endian".length();
        while ((bytes[at] & 0xff) != 0x88) {
            at++;
        }
        bytes[at] = (byte) 0x89;
        assertRefused(file(bytes), "big-endian");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new ZipMaker(zip)
                .stored("a/data.pkl", bytes("}."))
                .stored("a/byteorder", bytes("big"))
                .end();
        assertRefused(file(zip.toByteArray()), "big-endian");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module_legacy.pth",
                "module_zip.pth",
                "checkpoint_legacy.pt",
                "checkpoint_zip.pt",
                "types_zip.pth",
                "types_legacy.pth",
                "expected.safetensors"
            })
    void aFileThatIsCutAnywhereIsRefused(String name) throws IOException {
        byte[] bytes = TorchFixtures.bytes(name);
        for (int length = 0; length < bytes.length; length += 1 + length / 50) {
            Path cut = file(Arrays.copyOf(bytes, length));
            assertThrows(Problem.class, () -> WeightImport.read(cut), name + " cut to " + length);
        }
    }

    @Test
    void aZipBombIsRejectedBeforeItIsUnpacked() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new ZipMaker(zip)
                .stored("a/data.pkl", bytes("}."))
                .deflated("a/data/0", new byte[256 << 20])
                .end();
        assertTrue(zip.size() < 1 << 20);
        assertRefused(file(zip.toByteArray()), "many times");
    }

    @Test
    void aZipEntryThatUnpacksToMoreThanDeclaredIsRejected() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        byte[] pickle = new byte[1 << 20];
        Arrays.fill(pickle, (byte) 'N');
        new ZipMaker(zip).deflated("a/data.pkl", pickle).end();
        byte[] bytes = zip.toByteArray();
        int central = bytes.length - 22 - 46 - "a/data.pkl".length();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(central + 24, 1000);
        assertRefused(file(bytes), "the size it states");
    }

    @Test
    void aWeightThatHasChangedInTheZipIsRejectedByItsChecksum() throws IOException {
        byte[] bytes = TorchFixtures.bytes("state_dict_zip.pth");
        byte[] weight = new byte[8];
        Safetensors.read(TorchFixtures.path("expected.safetensors"))
                .tensor("classifier_1.weight")
                .data()
                .get(weight);
        int at = indexOf(bytes, weight);
        bytes[at + 1] ^= 1;
        assertRefused(file(bytes), "checksum");
    }

    @Test
    void aZipOfSomethingElseIsRejected() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new ZipMaker(zip).stored("readme.txt", bytes("hello")).end();
        assertRefused(file(zip.toByteArray()), "data.pkl");
    }

    @Test
    void aSafetensorsHeaderOfTwoGigabytesIsRejected() throws IOException {
        Path file = folder.resolve("huge.safetensors");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(ByteBuffer.allocate(16)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(2L << 30)
                    .put(bytes("{\"a\":"))
                    .array());
            sparse.setLength(3L << 30);
        }
        assertRefused(file, "length of 2147483648 bytes");
    }

    @Test
    void aTensorOfManyGigabytesThatIsReallyThereIsRejectedBeforeMemoryRunsOut() throws IOException {
        Path file = folder.resolve("sparse.safetensors");
        long size = 1L << 40;
        String header = "{\"a\":{\"dtype\":\"U8\",\"shape\":[" + size + "],\"data_offsets\":[0," + size + "]}}";
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length())
                    .array());
            sparse.write(bytes(header));
            sparse.setLength(8 + header.length() + size);
        }
        assertRefused(file, "memory");
    }

    @Test
    void aPickleWithoutTensorsIsRejected() throws IOException {
        assertRefused(
                file(bytes("\\x80\\x02}q\\x00X\\x01\\x00\\x00\\x00aK\\x01s.......")), "contains no named tensors");
    }

    @Test
    void whatAFileSaysCannotSteerTheTerminal() throws IOException {
        Problem problem = assertThrows(
                Problem.class, () -> WeightImport.read(zip("cevil\\x1b[2J\\n" + "x".repeat(500) + "\\n.")));
        assertTrue(problem.getMessage().chars().noneMatch(c -> c == 27), problem.getMessage());
        assertTrue(problem.getMessage().length() < 600, problem.getMessage());
    }

    private static void assertRefused(Path file, String words) {
        long[] allocated = new long[1];
        Problem problem = assertTimeoutPreemptively(SOON, () -> {
            long before = Allocated.byThisThread();
            Problem refusal = assertThrows(Problem.class, () -> WeightImport.read(file));
            allocated[0] = Allocated.byThisThread() - before;
            return refusal;
        });
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains(file.toString()), problem.getMessage());
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
        assertTrue(allocated[0] < LITTLE, "it took " + allocated[0] + " bytes");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("weights.pth"), bytes);
    }

    /** A file of the old format around a pickle. */
    private Path legacy(String pickle) throws IOException {
        return file(legacyBytes(bytes(pickle)));
    }

    private static byte[] legacyBytes(byte[] pickle) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes("\\x80\\x02\\x8a\\x0al\\xfc\\x9cF\\xf9 j\\xa8P\\x19.\\x80\\x02M\\xe9\\x03.\\x80\\x02}."));
        out.write(pickle);
        out.write(bytes("]."));
        return out.toByteArray();
    }

    /** A file of the zip format around a pickle, with a storage 0 of 16 bytes. */
    private Path zip(String pickle) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ZipMaker(out)
                .stored("a/data.pkl", bytes(pickle))
                .stored("a/data/0", new byte[16])
                .end();
        return file(out.toByteArray());
    }

    /** The bytes of a text in which {@code \\n} and {@code \\x1b} stand for those bytes. */
    private static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && text.charAt(i + 1) == 'x') {
                out.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (text.charAt(i) == '\\' && text.charAt(i + 1) == 'n') {
                out.write('\n');
                i++;
            } else {
                out.write(text.charAt(i));
            }
        }
        return out.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("it is not there");
    }
}
