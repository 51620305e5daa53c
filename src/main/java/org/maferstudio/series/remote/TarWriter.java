package org.maferstudio.series.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.maferstudio.files.InputFile;

/** Writes files of this computer as a tar archive. */
final class TarWriter implements AutoCloseable {
    private final OutputStream out;

    TarWriter(OutputStream out) {
        this.out = out;
    }

    /** Adds a file, or a folder with everything in it, under its own name. */
    void addTree(Path place) throws IOException {
        try (Stream<Path> tree = Files.walk(place)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                add(file, place.getParent().relativize(file).toString().replace('\\', '/'));
            }
        }
    }

    /** Adds a file. */
    void add(Path file, String name) throws IOException {
        long seconds = Files.getLastModifiedTime(file).to(TimeUnit.SECONDS);
        TarHeader header = new TarHeader(name, TarHeader.FILE, Files.size(file), seconds);
        header.write(out);
        try (InputStream in = Files.newInputStream(InputFile.of(file))) {
            new TarContent(in, header.size()).transferTo(out);
        }
        header.writePadding(out);
    }

    /** Writes the end of the archive. */
    @Override
    public void close() throws IOException {
        TarHeader.writeEnd(out);
    }
}
