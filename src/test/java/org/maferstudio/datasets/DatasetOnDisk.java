package org.maferstudio.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;

/** Writes small datasets for tests. */
public final class DatasetOnDisk {
    private final Path root;

    public DatasetOnDisk(Path root) {
        this.root = root;
    }

    /** The folder as a path to open. */
    public String path() {
        return root.toString();
    }

    /** A file of the folder as a path to open. */
    public String path(String name) {
        return root.resolve(name).toString();
    }

    /** Opens a file of the folder, with the classes that its numbers or names mean. */
    public Dataset open(String name, String... labels) {
        return Datasets.open(
                new DatasetSource(List.of(path(name)), "", List.of(labels), Map.of(), 0, 17, false), Progress.NONE);
    }

    /** The samples of a dataset, such as {@code train a.png anger KA}. */
    public static List<String> lines(Dataset dataset) {
        return dataset.samples().stream()
                .map(s -> (s.split() + " " + s.id() + " " + dataset.labels().name(s.label()) + " " + s.group()).strip())
                .toList();
    }

    /** A grey picture of random squares, its own for each seed. */
    public static RasterImage picture(int side, long seed) {
        Random random = new Random(seed);
        int[] squares = random.ints(64, 0, 256).toArray();
        byte[] values = new byte[side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) squares[i / side * 8 / side * 8 + i % side * 8 / side];
        }
        return new RasterImage(side, side, 1, values);
    }

    public DatasetOnDisk pictures(String... names) {
        for (String name : names) {
            bytes(name, ImageFile.png(picture(48, name.hashCode())));
        }
        return this;
    }

    public DatasetOnDisk text(String name, String content) {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public DatasetOnDisk bytes(String name, byte[] content) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] read(String name) {
        try {
            return Files.readAllBytes(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs the files below a folder of this one, named from that folder on. */
    public DatasetOnDisk zip(String zip, String folder) {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(root.resolve(zip)));
                var files = Files.walk(root.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(
                        root.resolve(folder).relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code count} pixels as FER2013 writes them, drawn from a seed. */
    public static String pixels(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf(random.nextInt(256)))
                .collect(Collectors.joining(" "));
    }
}
