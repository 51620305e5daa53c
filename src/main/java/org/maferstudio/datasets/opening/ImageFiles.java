package org.maferstudio.datasets.opening;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.image.ImageFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** The images of folders, zips and single files, whether they have labels or not. */
public final class ImageFiles implements AutoCloseable {
    private final List<DatasetTree> trees = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();

    /**
     * One image; decoded when it is asked for.
     *
     * @param id its path inside the folder or zip, after the folder's name if there are several; a single file's name
     */
    public record Image(String id, Sample.Pixels pixels) {}

    private ImageFiles() {}

    /**
     * Lists images; to be closed by the caller.
     *
     * @throws Problem if a path cannot be opened, there is no image, or two have the same name
     */
    public static ImageFiles open(List<String> paths) {
        ImageFiles opened = new ImageFiles();
        try {
            paths.forEach(path -> opened.add(path, paths.size() > 1));
            opened.check(paths);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void add(String path, boolean several) {
        if (EntryNames.isImage(path) && Files.isRegularFile(Path.of(path))) {
            Path file = Path.of(path);
            images.add(new Image(DatasetTree.titleOf(file), () -> ImageFile.read(file)));
            return;
        }
        DatasetTree tree = DatasetTree.of(path);
        trees.add(tree);
        String start = several ? tree.title() + "/" : "";
        tree.entries().stream()
                .filter(EntryNames::isImage)
                .forEach(
                        entry -> images.add(new Image(start + entry, () -> ImageFile.decode(tree.read(entry), entry))));
    }

    private void check(List<String> paths) {
        if (images.isEmpty()) {
            throw Problem.input(Texts.of("datasets.images.error.none", String.join(", ", paths)));
        }
        Set<String> ids = new HashSet<>();
        for (Image image : images) {
            if (!ids.add(image.id())) {
                throw Problem.input(Texts.of("datasets.images.error.twice", image.id()));
            }
        }
    }

    /** The images, those of a folder by name. */
    public List<Image> images() {
        return List.copyOf(images);
    }

    /** Closes zips; images cannot be read afterwards. */
    @Override
    public void close() {
        trees.forEach(DatasetTree::close);
    }
}
