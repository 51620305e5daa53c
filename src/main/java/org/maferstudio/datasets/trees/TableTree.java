package org.maferstudio.datasets.trees;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.saved.ImageOrigin;
import org.maferstudio.files.BoundedStream;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** A dataset that is a single csv; the images it names are in its folder or below; the folder is not listed. */
final class TableTree implements DatasetTree {
    private final Path root;
    private final String name;
    private final String title;
    private final String table;

    TableTree(Path csv) {
        this.name = DatasetTree.nameOf(csv);
        this.title = DatasetTree.titleOf(csv);
        try {
            Path real = csv.toRealPath();
            this.root = real.getParent();
            this.table = real.getFileName().toString();
        } catch (IOException e) {
            throw Problem.input(Texts.of("datasets.csv.error.open", csv, e.getMessage()), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> entries() {
        return List.of(table);
    }

    @Override
    public boolean has(String entry) {
        try {
            Path file = root.resolve(entry);
            return Files.isRegularFile(file) && file.toRealPath().startsWith(root);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public long size(String entry) {
        return root.resolve(entry).toFile().length();
    }

    @Override
    public Optional<ImageOrigin> origin(String entry) {
        return FileTimes.origin(root, entry);
    }

    @Override
    public List<DatasetIssue> damage() {
        return List.of();
    }

    @Override
    public InputStream open(String entry, long maxBytes) throws IOException {
        Path file = root.resolve(entry);
        if (!has(entry)) {
            throw new NoSuchFileException(Texts.of("datasets.files.cause.outside"));
        }
        return new BoundedStream(
                Files.newInputStream(InputFile.of(file)), maxBytes, DatasetTree.tooLarge(entry, maxBytes));
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
