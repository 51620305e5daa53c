package org.maferstudio.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.job.Problem;
import org.maferstudio.job.TemporaryFiles;
import org.maferstudio.texts.Texts;

/**
 * Opens experiments from folders and from {@link Bundle bundles}. Bundles are unpacked to a temporary folder that is
 * deleted on close.
 */
public final class ExperimentLibrary implements AutoCloseable {
    private final List<Path> unpacked = new ArrayList<>();

    /**
     * Opens experiments from folders and bundles, in order.
     *
     * @throws Problem if a path is neither, or a bundle is damaged
     */
    public List<Experiment> open(List<Path> paths) {
        return paths.stream().map(this::open).toList();
    }

    /**
     * Opens the experiment of a folder or bundle.
     *
     * @throws Problem if it is neither, or a damaged bundle
     */
    public Experiment open(Path path) {
        if (!Bundle.isBundle(path)) {
            return Experiment.open(path);
        }
        String file = path.getFileName().toString();
        String name = file.substring(0, file.length() - Bundle.ENDING.length());
        try {
            Path folder = Files.createTempDirectory("mafer-bundle");
            unpacked.add(folder);
            TemporaryFiles.add(folder);
            return Bundle.unpack(path, folder.resolve(name.isEmpty() ? "bundle" : name))
                    .displayedAs(path);
        } catch (IOException e) {
            throw Problem.failure(Texts.of("experiment.bundle.error.noSpace", path), e);
        }
    }

    @Override
    public void close() {
        for (Path folder : unpacked) {
            try {
                ExperimentFolders.delete(folder);
                TemporaryFiles.remove(folder);
            } catch (IOException e) {
                throw Problem.failure(Texts.of("experiment.folder.error.removeTemporary", folder), e);
            }
        }
        unpacked.clear();
    }
}
