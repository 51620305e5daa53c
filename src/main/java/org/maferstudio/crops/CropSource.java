package org.maferstudio.crops;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.datasets.opening.ImageFiles;
import org.maferstudio.datasets.readers.FaceCrops;
import org.maferstudio.job.Progress;

/** The images to crop: those of a dataset with their labels, or those of a folder of photographs. */
final class CropSource implements AutoCloseable {
    private final Optional<Dataset> dataset;
    private final Optional<ImageFiles> files;
    private final List<ImageFiles.Image> images;
    private final List<String> names;

    private CropSource(Optional<Dataset> dataset, Optional<ImageFiles> files) {
        this.dataset = dataset;
        this.files = files;
        this.images = dataset.map(known -> known.samples().stream()
                        .map(sample -> new ImageFiles.Image(sample.id(), sample.pixels()))
                        .toList())
                .orElseGet(() -> files.orElseThrow().images());
        this.names = names(images);
    }

    /**
     * Opens a dataset; if its layout shows no classes, and neither a layout nor labels are stated, its images without
     * labels.
     *
     * @throws org.maferstudio.job.Problem if there are no images, or the classes of a dataset have to be named
     */
    static CropSource open(DatasetSource source, Progress progress) {
        boolean stated = !source.format().isEmpty() || !source.labels().isEmpty() || source.isDrawn();
        boolean labelled = stated || Datasets.haveClasses(source.paths());
        return labelled
                ? new CropSource(Optional.of(Datasets.open(source, progress)), Optional.empty())
                : new CropSource(Optional.empty(), Optional.of(ImageFiles.open(source.paths())));
    }

    /** The images in a fixed order. */
    List<ImageFiles.Image> images() {
        return images;
    }

    /** The path of an image's crop, relative to the folder of crops, with slashes. */
    String crop(int image) {
        return names.get(image);
    }

    /** The dataset; empty if the images have no labels. */
    Optional<Dataset> dataset() {
        return dataset;
    }

    /** The cells of {@link FaceCrops#COLUMNS} of a labelled image. */
    List<String> label(int image) {
        Dataset known = dataset.orElseThrow();
        Sample sample = known.samples().get(image);
        Affect affect = sample.affect().get();
        Map<String, Double> votes = new LinkedHashMap<>();
        for (int i = 0; i < sample.votes().size(); i++) {
            votes.put(known.labels().name(i), sample.votes().get(i));
        }
        return Stream.of(
                        names.get(image),
                        known.labels().name(sample.label()),
                        sample.split(),
                        sample.group(),
                        FaceCrops.votes(votes),
                        sample.id(),
                        FaceCrops.number(affect.valence()),
                        FaceCrops.number(affect.arousal()))
                .map(FaceCrops::cell)
                .toList();
    }

    /** Names of files that every file system takes; different ones for different images. */
    private static List<String> names(List<ImageFiles.Image> images) {
        Set<String> taken = new HashSet<>();
        return IntStream.range(0, images.size())
                .mapToObj(i -> {
                    String id = images.get(i).id();
                    String stem = EntryNames.isImage(id) ? id.substring(0, id.lastIndexOf('.')) : id;
                    String plain = stem.replaceAll("[^\\p{L}\\p{N}/._ ()+,=@-]", "_")
                            .replaceAll("(^|/)[. ]+", "$1_")
                            .replaceAll("[. ]+(?=/|$)", "_");
                    String name = plain;
                    for (int copy = 2; !taken.add(name.toLowerCase(Locale.ROOT)); copy++) {
                        name = plain + "-" + copy;
                    }
                    return name + ".png";
                })
                .toList();
    }

    @Override
    public void close() {
        dataset.ifPresent(Dataset::close);
        files.ifPresent(ImageFiles::close);
    }
}
