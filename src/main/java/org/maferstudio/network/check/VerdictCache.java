package org.maferstudio.network.check;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.maferstudio.files.CacheFile;
import org.maferstudio.files.InputFile;

/** Caches verdicts in a folder, one file each; if the folder cannot be written, nothing is cached. */
final class VerdictCache {
    private static final System.Logger LOG = System.getLogger(VerdictCache.class.getName());
    private static final Gson GSON = new GsonBuilder()
            .serializeSpecialFloatingPointValues()
            .setPrettyPrinting()
            .create();

    /** The end of the names of files that hold a limit. */
    private static final String LIMIT = ".limit";

    private static final String VERDICT = ".json";

    private final Path folder;

    VerdictCache(Path folder) {
        this.folder = folder;
    }

    /** What a file holds. */
    private record Entry(String key, EngineVerdict verdict) {}

    /** The verdict that was kept for a key. */
    Optional<EngineVerdict> read(String key) {
        return entry(file(key, VERDICT))
                .filter(found -> key.equals(found.key()))
                .map(Entry::verdict);
    }

    /** The verdicts whose keys begin like this, by network, kind and shape. */
    List<EngineVerdict> all(String beginning) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(VERDICT))
                    .map(VerdictCache::entry)
                    .flatMap(Optional::stream)
                    .filter(found -> found.key().startsWith(beginning))
                    .map(Entry::verdict)
                    .distinct()
                    .sorted(Comparator.comparing(EngineVerdict::network)
                            .thenComparing(EngineVerdict::kind)
                            .thenComparing(EngineVerdict::shape))
                    .toList();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the verdicts in " + folder + " cannot be listed", e);
            return List.of();
        }
    }

    private static Optional<Entry> entry(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(GSON.fromJson(Files.readString(InputFile.of(file)), Entry.class))
                    .filter(found -> found.key() != null && found.verdict().passed());
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "the verdict in " + file + " cannot be read and is made again", e);
            return Optional.empty();
        }
    }

    /** Keeps a verdict. */
    void write(String key, EngineVerdict verdict) {
        write(file(key, VERDICT), GSON.toJson(new Entry(key, verdict)));
    }

    /** The limit that was kept for a key; empty for none, and for a damaged one. */
    String limit(String key) {
        Path file = file(key, LIMIT);
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try {
            String limit = Files.readString(InputFile.of(file)).strip();
            return EnginePlan.isLimit(limit) ? limit : "";
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "the limit in " + file + " cannot be read", e);
            return "";
        }
    }

    /** Keeps the limit that a process has to begin with. */
    void writeLimit(String key, String limit) {
        write(file(key, LIMIT), limit + "\n");
    }

    private void write(Path file, String text) {
        try {
            CacheFile.write(file, text);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "the engine is checked again next time: {0} cannot be written", file);
        }
    }

    private Path file(String key, String ending) {
        return folder.resolve(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ending);
    }
}
