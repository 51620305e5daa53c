package org.maferstudio.augmentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What the Python beside it wrote, line by line. */
final class Fixtures {
    private Fixtures() {}

    static Stream<String> lines(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/augmentation/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
