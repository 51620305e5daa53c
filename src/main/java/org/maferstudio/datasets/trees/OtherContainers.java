package org.maferstudio.datasets.trees;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.texts.Texts;

/** Describes files that contain images but are not supported. */
public final class OtherContainers {
    /** Kinds of files by extension; proper names, the same in every language. */
    private static final Map<String, String> DATA = Map.ofEntries(
            Map.entry("parquet", "Parquet"),
            Map.entry("arrow", "Arrow"),
            Map.entry("feather", "Arrow"),
            Map.entry("tfrecord", "TFRecord"),
            Map.entry("tfrecords", "TFRecord"),
            Map.entry("h5", "HDF5"),
            Map.entry("hdf5", "HDF5"),
            Map.entry("mat", "MATLAB"),
            Map.entry("npy", "NumPy"),
            Map.entry("npz", "NumPy"),
            Map.entry("pkl", "pickle"),
            Map.entry("pickle", "pickle"),
            Map.entry("pt", "PyTorch"),
            Map.entry("pth", "PyTorch"),
            Map.entry("mdb", "LMDB"),
            Map.entry("xlsx", "Excel"),
            Map.entry("xls", "Excel"),
            Map.entry("mp4", "MPEG-4"),
            Map.entry("avi", "AVI"),
            Map.entry("heic", "HEIC"),
            Map.entry("avif", "AVIF"));

    private static final List<String> ARCHIVES = List.of("zip", "tar", "gz", "tgz", "bz2", "xz", "rar", "7z");

    private OtherContainers() {}

    /** What to do if none of the files is an image; empty if they are of no known kind. */
    public static Optional<String> advice(String title, List<String> entries) {
        Optional<String> archive = entries.stream()
                .filter(entry -> ARCHIVES.contains(EntryNames.extension(entry)))
                .findFirst();
        if (archive.isPresent()) {
            return Optional.of(Texts.of("datasets.open.error.archiveInside", title, archive.get()));
        }
        return entries.stream()
                .filter(entry -> DATA.containsKey(EntryNames.extension(entry)))
                .findFirst()
                .map(entry -> Texts.of(
                        "datasets.open.error.dataInside", title, DATA.get(EntryNames.extension(entry)), entry));
    }

    /** What to do about a single file that is neither a table nor a zip file; empty if it is of no known kind. */
    static Optional<String> advice(String file) {
        String extension = EntryNames.extension(file.replace('\\', '/'));
        if (ARCHIVES.contains(extension)) {
            return Optional.of(Texts.of("datasets.open.error.archive", file));
        }
        return Optional.ofNullable(DATA.get(extension)).map(kind -> Texts.of("datasets.open.error.data", file, kind));
    }
}
