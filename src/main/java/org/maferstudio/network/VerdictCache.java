package org.maferstudio.network;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.maferstudio.files.InputFile;

/** Keeps verdicts on the engine in a folder, one file each; where that cannot be written, nothing is kept. */
final class VerdictCache {
    private static final System.Logger LOG = System.getLogger(VerdictCache.class.getName());
    private static final Gson GSON = new GsonBuilder()
            .serializeSpecialFloatingPointValues()
            .setPrettyPrinting()
            .create();

    private final Path folder;

    VerdictCache(Path folder) {
        this.folder = folder;
    }

    /** What a file holds. */
    private record Entry(String key, EngineVerdict verdict) {}

    /** The verdict that was kept for a key. */
    Optional<EngineVerdict> read(String key) {
        Path file = file(key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Entry entry = GSON.fromJson(Files.readString(InputFile.of(file)), Entry.class);
            return Optional.ofNullable(entry)
                    .filter(found -> key.equals(found.key()))
                    .map(Entry::verdict)
                    .filter(EngineVerdict::passed);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "the verdict in " + file + " cannot be read and is made again", e);
            return Optional.empty();
        }
    }

    /** Keeps a verdict. */
    void write(String key, EngineVerdict verdict) {
        Path file = file(key);
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "next", ".part");
            Files.writeString(beside, GSON.toJson(new Entry(key, verdict)));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "the engine is checked again next time: {0} cannot be written", file);
        }
    }

    private Path file(String key) {
        return folder.resolve(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ".json");
    }
}
