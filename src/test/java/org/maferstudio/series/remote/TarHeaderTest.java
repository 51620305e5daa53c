package org.maferstudio.series.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The system's own tar reads what is written, and writes what is read. */
@EnabledOnOs(OS.LINUX)
class TarHeaderTest {
    private static final String LONG = "a-setting-with-many-values-".repeat(6) + "/predictions/validation@native.csv";

    @TempDir
    private Path folder;

    private byte[] tar(byte[] input, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "tar";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        }
        byte[] out = process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor());
        return out;
    }

    private void write(String name, int bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        byte[] content = new byte[bytes];
        Arrays.fill(content, (byte) name.charAt(0));
        Files.write(file, content);
    }

    private static Map<String, Long> read(byte[] archive) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        InputStream in = new ByteArrayInputStream(archive);
        for (Optional<TarHeader> next = TarHeader.read(in); next.isPresent(); next = TarHeader.read(in)) {
            sizes.put(next.get().name(), new TarContent(in, next.get().size()).transferTo(new ByteArrayOutputStream()));
            next.get().skipPadding(in);
        }
        return sizes;
    }

    @Test
    void theSystemsTarUnpacksAFolder() throws Exception {
        write("faces/anger/1 é.png", 511);
        write("faces/" + LONG, 512);
        write("faces/empty", 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarWriter tar = new TarWriter(out)) {
            tar.addTree(folder.resolve("faces"));
        }
        Files.createDirectories(folder.resolve("there"));
        tar(out.toByteArray(), "-xf", "-", "-C", "there");
        for (String name : new String[] {"faces/anger/1 é.png", "faces/" + LONG, "faces/empty"}) {
            assertEquals(
                    -1,
                    Files.mismatch(folder.resolve(name), folder.resolve("there").resolve(name)),
                    name);
            assertEquals(
                    Files.getLastModifiedTime(folder.resolve(name)).toMillis() / 1000,
                    Files.getLastModifiedTime(folder.resolve("there").resolve(name))
                                    .toMillis()
                            / 1000);
        }
    }

    @Test
    void anArchiveOfTheSystemsTarIsRead() throws Exception {
        write("run/history.csv", 700);
        write(LONG, 3);
        byte[] archive = tar(new byte[0], "-cf", "-", "--format=gnu", "run/history.csv", LONG);
        assertEquals("{" + LONG + "=3, run/history.csv=700}", read(archive).toString());
        assertThrows(EOFException.class, () -> read(Arrays.copyOf(archive, 900)));
        archive[3] ^= 1;
        assertThrows(IOException.class, () -> read(archive));
    }
}
