package org.maferstudio.datasets.trees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.maferstudio.datasets.saved.ImageOrigin;

/** When files were modified. */
final class FileTimes {
    private FileTimes() {}

    /** In nanoseconds since 1970, as exactly as the file system knows it. */
    static long nanos(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    /** A file as it is now; empty if there is none. */
    static Optional<ImageOrigin> origin(Path root, String entry) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(root.resolve(entry), BasicFileAttributes.class);
            return Optional.of(new ImageOrigin(root.toString(), entry, attributes.size(), nanos(attributes)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
