package org.maferstudio.video;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.files.FileNames;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * A source as the user writes it.
 *
 * @param kind of the source
 * @param text the number of a camera, the path of a file or folder, the URL of a stream, the seed of drawn faces, or
 *     empty for the sample film
 */
public record SourceName(Kind kind, String text) {
    /** Kinds of sources. */
    public enum Kind {
        /** The sample film, which is part of the program. */
        SAMPLE,
        /** Drawn faces that move through the expressions. */
        DRAWN,
        /** A camera of this computer. */
        CAMERA,
        /** A video file. */
        VIDEO,
        /** A folder of images. */
        PICTURES,
        /** A recording of this program. */
        RECORDING,
        /** A video stream. */
        STREAM
    }

    /** The sample film. */
    public static final SourceName SAMPLE = new SourceName(Kind.SAMPLE, "");

    /** Drawn faces with the default seed. */
    public static final SourceName DRAWN = new SourceName(Kind.DRAWN, "17");

    private static final Pattern CAMERA = Pattern.compile("camera(?::(\\d{1,2}))?");
    private static final Pattern DRAWN_FACES = Pattern.compile("drawn(?::(\\d{1,18}))?");
    private static final Pattern ADDRESS = Pattern.compile("([a-z]{3,5})://.+");
    private static final Set<String> SCHEMES = Set.of("http", "https", "rtsp", "rtmp", "udp", "rtp", "tcp");

    /**
     * Parses a source: {@code sample}, {@code drawn}, {@code camera:0}, a file, a folder or a URL.
     *
     * @throws Problem if it is not a valid source
     */
    public static SourceName of(String text) {
        String name = text.strip();
        if (name.equals(SAMPLE.toString())) {
            return SAMPLE;
        }
        Matcher drawn = DRAWN_FACES.matcher(name);
        if (drawn.matches()) {
            return drawn.group(1) == null ? DRAWN : new SourceName(Kind.DRAWN, drawn.group(1));
        }
        Matcher camera = CAMERA.matcher(name);
        if (camera.matches()) {
            return camera(camera.group(1) == null ? 0 : Integer.parseInt(camera.group(1)));
        }
        Matcher address = ADDRESS.matcher(name.toLowerCase(Locale.ROOT));
        if (address.matches()) {
            if (!SCHEMES.contains(address.group(1))) {
                throw Problem.input(Texts.of("video.source.error.protocol", address.group(1)));
            }
            return new SourceName(Kind.STREAM, name);
        }
        return onDisk(name);
    }

    /** A camera of this computer, counted from 0. */
    public static SourceName camera(int number) {
        return new SourceName(Kind.CAMERA, Integer.toString(number));
    }

    private static SourceName onDisk(String name) {
        try {
            if (name.isEmpty()) {
                throw unknown(name);
            }
            Path path = Path.of(name);
            if (Files.isRegularFile(path.resolve(RecordingFiles.METADATA))) {
                return new SourceName(Kind.RECORDING, name);
            }
            if (Files.isDirectory(path)) {
                return new SourceName(Kind.PICTURES, name);
            }
            // Cameras are opened by the number of their device.
            if (!name.startsWith("/dev/") && Files.exists(InputFile.of(path))) {
                return new SourceName(Kind.VIDEO, name);
            }
        } catch (InvalidPathException e) {
            throw FileNames.problem(e).orElseGet(() -> unknown(name));
        }
        throw unknown(name);
    }

    private static Problem unknown(String name) {
        return Problem.input(Texts.of("video.source.error.unknown", name));
    }

    /**
     * Opens the source; called on the thread that reads it.
     *
     * @throws Problem if it cannot be opened
     */
    public FrameSource open() {
        return switch (kind) {
            case SAMPLE -> new SampleVideo();
            case DRAWN -> new DrawnFaceVideo(Long.parseLong(text));
            case CAMERA -> Camera.open(Integer.parseInt(text));
            case VIDEO -> Video.file(Path.of(text));
            case PICTURES -> ImageFolderSource.open(Path.of(text));
            case RECORDING -> RecordingSource.open(Path.of(text));
            case STREAM -> Video.stream(text);
        };
    }

    /** Whether it can reappear after it was disconnected or came to an end. */
    public boolean mayComeBack() {
        return kind == Kind.CAMERA || kind == Kind.STREAM;
    }

    /** The form that {@link #of} parses, also displayed. */
    @Override
    public String toString() {
        return switch (kind) {
            case SAMPLE -> "sample";
            case DRAWN -> text.equals(DRAWN.text) ? "drawn" : "drawn:" + text;
            case CAMERA -> "camera:" + text;
            default -> text;
        };
    }
}
