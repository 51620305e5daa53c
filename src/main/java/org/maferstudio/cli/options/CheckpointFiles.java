package org.maferstudio.cli.options;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Problem;

/** The argument of {@code -ck}: a checkpoint, or a folder with one per fold. */
public final class CheckpointFiles {
    private static final Pattern WEIGHTS = Pattern.compile(".+\\.(pt|pth|pkl|tar|ckpt|bin|safetensors)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int MOST = 1000;

    private CheckpointFiles() {}

    /**
     * The files in numeric order: fold 2 comes before fold 10.
     *
     * @throws Problem if the file does not exist, or a folder has fewer than two
     */
    public static List<Path> of(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        if (Experiment.isExperiment(place)) {
            throw Problem.input("The folder " + place
                    + " is an experiment of this program. Evaluate it with mafer evaluate " + place + " --split test.");
        }
        try (Stream<Path> entries = Files.list(place)) {
            List<Path> files = entries.filter(Files::isRegularFile)
                    .filter(file -> WEIGHTS.matcher(name(file)).matches())
                    .sorted(Comparator.comparing(file -> padded(name(file))))
                    .limit(MOST + 1L)
                    .toList();
            if (files.size() < 2 || files.size() > MOST) {
                throw Problem.input("The folder " + place + " has " + files.size()
                        + " weight files (.pt, .pth, .pkl, .tar, .ckpt, .bin, .safetensors); one per fold is "
                        + "expected, 2 to " + MOST
                        + ". Give a file, or a folder with one file per fold.");
            }
            return files;
        } catch (IOException e) {
            throw Problem.input("The folder " + place + " cannot be read. Check its permissions.", e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /** Pads numbers in a name with zeros, so that text order equals numeric order. */
    private static String padded(String name) {
        Matcher numbers = NUMBER.matcher(name);
        return numbers.replaceAll(number -> String.format(Locale.ROOT, "%030d", new BigInteger(number.group())));
    }
}
