package org.maferstudio.experiment;

import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Json;
import org.maferstudio.texts.Texts;

/**
 * The metadata of a bundle, {@code bundle.json}: its files and their checksums.
 *
 * @param format always {@code mafer-bundle}
 * @param version of the format
 * @param files each once
 */
record BundleContents(String format, int version, List<Entry> files) {
    /** The name of the entry. */
    static final String NAME = "bundle.json";

    static final String FORMAT = "mafer-bundle";
    static final int VERSION = 1;

    /** Maximum size in bytes. */
    static final long MAX_BYTES = 4L << 20;

    private static final int MAX_FILES = 10_000;
    private static final long MAX_TOTAL = 2L << 30;

    /** Files of an experiment or of the trainings of a series, without logs, and of checkpoints only an imported network. */
    private static final Pattern FILE = Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,98}[A-Za-z0-9_-])?/)?"
            + "(?:experiment\\.json|history\\.csv|columns\\.csv|duplicates\\.csv|notes\\.md|series\\.json|summary\\.json|thumbnails\\.zip|checkpoints/best\\.onnx"
            + "|predictions/(?:on-[a-z0-9-]{1,100}/)?[A-Za-z0-9_-]{1,64}@[a-z0-9]{1,8}\\.csv"
            + "|predictions/(?:on-[a-z0-9-]{1,100}/)?degraded/[A-Za-z0-9_-]{1,64}@[a-z]{1,20}-[0-9]{1,4}(?:\\.[0-9]{1,3})?\\.csv"
            + "|embeddings/[A-Za-z0-9_@.-]{1,120}\\.(?:csv|json|features\\.safetensors))");

    /**
     * One file.
     *
     * @param name relative to the experiment's folder, with slashes
     * @param bytes its length
     * @param sha256 of its content, in hexadecimal digits
     */
    record Entry(String name, long bytes, String sha256) {}

    /** Whether a file of an experiment is included. */
    static boolean belongs(String name) {
        return FILE.matcher(name).matches();
    }

    /**
     * Reads the metadata of an untrusted bundle.
     *
     * @param where the bundle, for messages
     * @throws Problem if it is not in this format, or lists files that a bundle cannot contain
     */
    static BundleContents parse(byte[] json, String where) {
        BundleContents contents;
        try {
            contents = Json.read(new String(json, StandardCharsets.UTF_8), BundleContents.class);
        } catch (JsonParseException e) {
            throw damaged(where, Texts.of("experiment.bundle.error.listUnreadable"), e);
        }
        if (contents == null || !FORMAT.equals(contents.format()) || contents.files() == null) {
            throw damaged(where, Texts.of("experiment.bundle.error.listInvalid"), null);
        }
        if (contents.version() < 1) {
            throw damaged(where, Texts.of("experiment.bundle.error.version", contents.version()), null);
        }
        if (contents.version() > VERSION) {
            throw Problem.input(Texts.of("experiment.bundle.error.newerVersion", where, contents.version(), VERSION));
        }
        contents.check(where);
        return contents;
    }

    private void check(String where) {
        if (files.size() > MAX_FILES) {
            throw Problem.input(Texts.of("experiment.bundle.error.tooManyFiles", where, MAX_FILES));
        }
        long total = 0;
        for (Entry entry : files) {
            if (entry == null || entry.name() == null || entry.sha256() == null) {
                throw damaged(where, Texts.of("experiment.bundle.error.listIncomplete"), null);
            }
            if (!belongs(entry.name())) {
                throw Problem.input(Texts.of("experiment.bundle.error.foreignEntry", where, entry.name()));
            }
            if (entry.bytes() < 0 || entry.bytes() > MAX_TOTAL) {
                throw tooLarge(where);
            }
            total += entry.bytes();
        }
        if (total > MAX_TOTAL) {
            throw tooLarge(where);
        }
    }

    private static Problem tooLarge(String where) {
        return Problem.input(Texts.of("experiment.bundle.error.tooLarge", where));
    }

    /** The error for a bundle that differs from what was written. */
    static Problem damaged(String where, String why, Exception cause) {
        return Problem.input(Texts.of("experiment.bundle.error.damaged", where, why), cause);
    }
}
