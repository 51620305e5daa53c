package org.maferstudio.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.results.imports.ImportedMatrix;

/** A zip with a password is not called damaged. */
class InputZipTest {
    private static final int FLAGS_HERE = 6;
    private static final int FLAGS_IN_DIRECTORY = 8;

    @TempDir
    private Path folder;

    /** A zip of one file whose flags say that it is encrypted. */
    private Path encrypted(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(new byte[100]);
        }
        byte[] zip = bytes.toByteArray();
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        zip[FLAGS_HERE] |= 1;
        zip[directory + FLAGS_IN_DIRECTORY] |= 1;
        return Files.write(folder.resolve(name), zip);
    }

    @Test
    void everyReaderOfZipsReportsAPassword() throws IOException {
        Path zip = encrypted("faces.zip");
        Path bundle = encrypted("experiment.mafer");
        Path arrays = encrypted("matrix.npz");
        ImportedMatrix.Request request = new ImportedMatrix.Request(List.of(), ImportedMatrix.Rows.TRUTH, List.of());
        assertRefused(zip, () -> Datasets.open(DatasetSource.of(zip.toString()), Progress.NONE));
        assertRefused(bundle, () -> Bundle.unpack(bundle, folder.resolve("unpacked")));
        assertRefused(arrays, () -> ImportedMatrix.read(arrays, request));
    }

    private static void assertRefused(Path file, Runnable reading) {
        String sentence = assertThrows(Problem.class, reading::run).getMessage();
        assertEquals(
                file + " is a zip file with a password. Unpack it, pack it again without a password, and choose the"
                        + " new file.",
                sentence);
    }

    @Test
    void whatIsNoZipIsNoneStill() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "PK and more");
        assertThrows(ZipException.class, () -> InputZip.open(text).close());
    }
}
