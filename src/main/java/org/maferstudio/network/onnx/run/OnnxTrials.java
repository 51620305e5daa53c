package org.maferstudio.network.onnx.run;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.files.CacheFile;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.Sha256;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.settings.SystemFolders;
import org.maferstudio.texts.Texts;

/** Trials that networks have passed on this computer, by the checksum of their files; a network is tried once. */
public final class OnnxTrials {
    private static final System.Logger LOG = System.getLogger(OnnxTrials.class.getName());

    private final Path folder;

    OnnxTrials(Path folder) {
        this.folder = folder;
    }

    /** The trials of this user. */
    public static OnnxTrials ofThisUser() {
        return new OnnxTrials(SystemFolders.ofThisSystem().cache().resolve("onnx"));
    }

    /**
     * The trial that a network has passed, or passes now.
     *
     * @param image the shape of one image as the network takes it: {@code (C, H, W)} or {@code (H, W, C)}
     * @param threads of the CPU
     * @throws Problem if it cannot run or takes too much
     */
    public OnnxTrial of(OnnxFile file, List<Long> image, int threads, Progress progress) {
        Path place = folder.resolve(key(file, image) + ".json");
        Optional<OnnxTrial> known = read(place);
        if (known.isPresent()) {
            return known.get();
        }
        OnnxTrial passed = OnnxTrial.run(file, image, threads, progress);
        write(place, passed);
        return passed;
    }

    private static String key(OnnxFile file, List<Long> image) {
        try {
            String shape = image.stream().map(String::valueOf).collect(Collectors.joining("x"));
            return new Sha256()
                    .add((Sha256.of(file.path()) + " " + shape + " " + OnnxSession.version())
                            .getBytes(StandardCharsets.UTF_8))
                    .hex();
        } catch (IOException e) {
            throw Problem.input(Texts.of("onnx.error.notFound", file.path()), e);
        }
    }

    private static Optional<OnnxTrial> read(Path place) {
        if (!Files.isRegularFile(place)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new Gson().fromJson(Files.readString(InputFile.of(place)), OnnxTrial.class));
        } catch (IOException | JsonParseException | NullPointerException e) {
            LOG.log(System.Logger.Level.DEBUG, "the trial in " + place + " cannot be read and is made again", e);
            return Optional.empty();
        }
    }

    private static void write(Path place, OnnxTrial trial) {
        try {
            CacheFile.write(place, new Gson().toJson(trial));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "the network is tried again next time: {0} cannot be written", place);
        }
    }
}
