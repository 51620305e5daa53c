package org.maferstudio.datasets.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of entries inside a dataset: with slashes, relative, and never pointing out of it. */
public final class EntryNames {
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");
    private static final Set<String> PICTURES =
            Set.of("png", "jpg", "jpeg", "jpe", "bmp", "gif", "tif", "tiff", "pgm", "ppm", "webp");
    private static final Set<String> TABLES = Set.of("csv", "tsv");

    private static final Set<String> LISTS = Set.of("jsonl", "ndjson", "json", "txt", "lst", "list");

    private EntryNames() {}

    /**
     * A name as it is used here: slashes between the parts, no {@code .} and no empty part.
     *
     * @return empty if the name is absolute, holds {@code ..}, a drive letter or a control character
     */
    public static Optional<String> safe(String raw) {
        String name = raw.replace('\\', '/');
        if (name.startsWith("/")
                || DRIVE.matcher(name).matches()
                || name.chars().anyMatch(c -> c < ' ')) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                return Optional.empty();
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
    }

    /** Whether it is a system file, such as {@code __MACOSX/} or {@code .DS_Store}. */
    public static boolean isJunk(String entry) {
        for (String part : entry.split("/")) {
            if (part.startsWith(".") || part.equals("__MACOSX") || part.equalsIgnoreCase("thumbs.db")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the extension is that of an image. */
    public static boolean isImage(String entry) {
        return PICTURES.contains(extension(entry));
    }

    /** Whether the extension is that of a table. */
    public static boolean isCsv(String entry) {
        return TABLES.contains(extension(entry));
    }

    /** Whether the extension is that of a table, a text list or JSON, which may name images. */
    public static boolean isList(String entry) {
        return isCsv(entry) || LISTS.contains(extension(entry));
    }

    /** The part after the last slash. */
    public static String fileName(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1);
    }

    /** The part before the last slash; empty at the top. */
    public static String folder(String entry) {
        return entry.substring(0, Math.max(0, entry.lastIndexOf('/')));
    }

    /** The folders of an entry, from the top down. */
    public static String[] folders(String entry) {
        String folder = folder(entry);
        return folder.isEmpty() ? new String[0] : folder.split("/");
    }

    /** The extension in lower case, without its dot; the whole name if there is none. */
    public static String extension(String entry) {
        String file = fileName(entry);
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
