package org.maferstudio.datasets.opening;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.datasets.readers.DatasetReader;
import org.maferstudio.datasets.readers.DatasetReaders;
import org.maferstudio.datasets.saved.ImageOrigin;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.files.CacheFile;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.Sha256;
import org.maferstudio.settings.SystemFolders;

/**
 * Remembers which reader recognised a listing of files, since two dozen readers take seconds to look at 300,000 of them. As
 * soon as any file differs in name, size or time, or the program in its version, the readers are asked again.
 *
 * @param file of lines with the hash of a listing and the name of a reader, the latest first; others are ignored
 * @param leastFiles smaller datasets are not remembered, as they are recognised at once
 */
record SavedFormats(Path file, int leastFiles) {
    private static final int LARGE = 10_000;
    private static final int KEPT = 200;
    private static final long MAX_BYTES = 1 << 16;
    private static final long SETTLED_MILLIS = 2000;
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([a-z0-9-]{1,64})");
    private static final System.Logger LOG = System.getLogger(SavedFormats.class.getName());

    /** The formats of this user's large datasets. */
    static SavedFormats ofThisSystem() {
        return new SavedFormats(SystemFolders.ofThisSystem().cache().resolve("images/formats"), LARGE);
    }

    /** The reader that recognises a tree; empty if none does. */
    Optional<DatasetReader> recognised(DatasetTree tree) {
        Optional<String> listing = tree.entries().size() < leastFiles ? Optional.empty() : listing(tree);
        Optional<DatasetReader> known = listing.flatMap(this::find);
        if (known.isPresent()) {
            return known;
        }
        Optional<DatasetReader> found = DatasetReaders.ALL.stream()
                .filter(reader -> reader.recognises(tree))
                .findFirst();
        listing.ifPresent(hash -> found.ifPresent(reader -> save(hash, reader)));
        return found;
    }

    /** The hash of all that readers look at; empty if a file may still be changing. */
    private static Optional<String> listing(DatasetTree tree) {
        Sha256 sum = new Sha256();
        add(sum, String.valueOf(SavedFormats.class.getPackage().getImplementationVersion()));
        DatasetReaders.ALL.forEach(reader -> add(sum, reader.name()));
        add(sum, tree.name());
        long settled = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - SETTLED_MILLIS);
        for (String entry : tree.entries()) {
            Optional<ImageOrigin> origin = tree.origin(entry);
            if (origin.isEmpty() || origin.get().version() > settled) {
                return Optional.empty();
            }
            add(sum, entry);
            sum.add(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(origin.get().bytes())
                    .putLong(origin.get().version())
                    .array());
        }
        return Optional.of(sum.hex());
    }

    private static void add(Sha256 sum, String text) {
        sum.add((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Optional<DatasetReader> find(String listing) {
        for (String line : lines()) {
            Matcher known = LINE.matcher(line);
            if (known.matches() && known.group(1).equals(listing)) {
                return DatasetReaders.ALL.stream()
                        .filter(reader -> reader.name().equals(known.group(2)))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private void save(String listing, DatasetReader reader) {
        List<String> lines = new ArrayList<>(List.of(listing + " " + reader.name()));
        lines().stream()
                .filter(line -> LINE.matcher(line).matches() && !line.startsWith(listing))
                .limit(KEPT - 1L)
                .forEach(lines::add);
        try {
            CacheFile.write(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the format of a dataset cannot be remembered", e);
        }
    }

    private List<String> lines() {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? Files.readAllLines(InputFile.of(file))
                    : List.of();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the formats of datasets cannot be read", e);
            return List.of();
        }
    }
}
