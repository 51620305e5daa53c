package org.maferstudio.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The small files that {@code make_torch_files.py} has written with PyTorch 1.13. */
final class TorchFixtures {
    private TorchFixtures() {}

    /** Where one of them lies. */
    static Path path(String name) {
        URL url = Objects.requireNonNull(TorchFixtures.class.getResource("torch/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of one of them. */
    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
