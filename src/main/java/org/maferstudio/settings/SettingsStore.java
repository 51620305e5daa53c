package org.maferstudio.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.texts.Texts;

/** Reads settings leniently and writes them atomically. */
public final class SettingsStore {
    private static final Logger LOG = System.getLogger(SettingsStore.class.getName());
    private static final long MOST_BYTES = 1 << 20;

    private final Path file;
    private final Gson gson = new GsonBuilder().setPrettyPrinting().create();

    /** Creates a store on a file, which need not exist. */
    public SettingsStore(Path file) {
        this.file = file;
    }

    /** The settings file. */
    public Path file() {
        return file;
    }

    /** Loads the settings. Returns the defaults, and logs a warning, if the file does not exist or cannot be read. */
    public Settings load() {
        if (!Files.exists(file)) {
            return Settings.defaults();
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                LOG.log(Level.WARNING, "The settings in {0} are too large to be settings and are not used.", file);
                return Settings.defaults();
            }
            Settings read = gson.fromJson(Files.readString(InputFile.of(file)), Settings.class);
            return read == null ? Settings.defaults() : read;
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The settings in " + file + " cannot be read; the defaults are used.", e);
            return Settings.defaults();
        }
    }

    /**
     * Saves the settings. Writes a temporary file first, so that a crash leaves either the old or the new settings.
     *
     * @throws Problem if the file cannot be written
     */
    public void save(Settings settings) {
        Path whole = file.toAbsolutePath();
        try {
            Files.createDirectories(whole.getParent());
            Path beside = Files.createTempFile(whole.getParent(), "settings", ".tmp");
            try {
                Files.writeString(beside, gson.toJson(settings));
                Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw WriteFailure.of(whole, e, Texts.of("settings.error.write", whole));
        }
    }
}
