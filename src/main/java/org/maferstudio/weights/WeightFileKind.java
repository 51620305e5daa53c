package org.maferstudio.weights;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.texts.Texts;

/** Names files that are no weight files for what they are, by their first bytes. */
final class WeightFileKind {
    /** How many bytes are inspected; a tar archive has its signature after 257. */
    static final int LOOKED_AT = 512;

    /**
     * An ONNX file begins with its version, then the name of the program that has written it; a safetensors file whose
     * length looks like that has zeros before its brace.
     */
    private static final Pattern ONNX = Pattern.compile("(?s)\\x08[\\x01-\\x20](\\x12|:|B|\\x1a)(?!.\\x00{4}\\{).*");

    private static final Pattern LFS_SIZE = Pattern.compile("size (\\d{1,15})");

    /** What a file may be by mistake. */
    private enum Kind {
        HDF5(Texts.of("weights.kind.hdf5"), Texts.of("weights.kind.hdf5.advice")),
        ONNX(Texts.of("weights.kind.onnx"), Texts.of("weights.kind.onnx.advice")),
        TENSORFLOW(Texts.of("weights.kind.tensorflow"), Texts.of("weights.kind.tensorflow.advice")),
        GGUF(Texts.of("weights.kind.gguf"), Texts.of("weights.kind.gguf.advice")),
        ARCHIVE(Texts.of("weights.kind.archive"), Texts.of("weights.kind.archive.advice")),
        IMAGE(Texts.of("weights.kind.image"), Texts.of("weights.kind.image.advice")),
        PDF(Texts.of("weights.kind.pdf"), Texts.of("weights.kind.pdf.advice")),
        MATLAB(Texts.of("weights.kind.matlab"), Texts.of("weights.kind.matlab.advice"));

        private final String what;
        private final String wayOut;

        Kind(String what, String wayOut) {
            this.what = what;
            this.wayOut = wayOut;
        }

        private MalformedFile problem() {
            return new MalformedFile(what, wayOut);
        }
    }

    /**
     * How files of one kind begin.
     *
     * @param at where the bytes stand
     * @param start the bytes, as characters of the same numbers
     */
    private record Start(int at, String start, Kind kind) {}

    private static final List<Start> STARTS = List.of(
            new Start(0, "\u0089HDF\r\n\u001a\n", Kind.HDF5),
            new Start(4, "TFL3", Kind.TENSORFLOW),
            // Version 1 of TensorFlow's SavedModel; ONNX began with 3.
            new Start(0, "\b\1\22", Kind.TENSORFLOW),
            new Start(0, "GGUF", Kind.GGUF),
            new Start(257, "ustar", Kind.ARCHIVE),
            new Start(0, "\u001f\u008b", Kind.ARCHIVE),
            new Start(0, "BZh", Kind.ARCHIVE),
            new Start(0, "\u00fd7zXZ", Kind.ARCHIVE),
            new Start(0, "7z\u00bc\u00af", Kind.ARCHIVE),
            new Start(0, "Rar!", Kind.ARCHIVE),
            new Start(0, "(\u00b5/\u00fd", Kind.ARCHIVE),
            new Start(0, "\u0089PNG", Kind.IMAGE),
            new Start(0, "\u00ff\u00d8\u00ff", Kind.IMAGE),
            new Start(0, "GIF8", Kind.IMAGE),
            new Start(0, "%PDF", Kind.PDF),
            new Start(0, "MATLAB ", Kind.MATLAB));

    private WeightFileKind() {}

    /** What a file is that begins with these bytes, and what to do instead; empty if that is not known. */
    static Optional<MalformedFile> of(ByteBuffer first) {
        String start = characters(first);
        String text = start.strip().replaceFirst("^\u00ef\u00bb\u00bf", "").toLowerCase(Locale.ROOT);
        if (text.startsWith("version https://git-lfs")) {
            Matcher size = LFS_SIZE.matcher(text);
            return Optional.of(new MalformedFile(
                    Texts.of("weights.kind.gitLfs", size.find() ? size.group(1) : "?"),
                    Texts.of("weights.kind.gitLfs.advice")));
        }
        if (text.startsWith("<")) {
            return Optional.of(
                    new MalformedFile(Texts.of("weights.kind.webPage"), Texts.of("weights.kind.webPage.advice")));
        }
        if (!start.isEmpty() && start.chars().allMatch(c -> c == 0)) {
            return Optional.of(new MalformedFile(Texts.of("weights.kind.zeros")));
        }
        for (Start known : STARTS) {
            if (start.startsWith(known.start(), known.at())) {
                return Optional.of(known.kind().problem());
            }
        }
        if (ONNX.matcher(start).matches()) {
            return Optional.of(Kind.ONNX.problem());
        }
        boolean written = !start.isEmpty()
                && start.chars().allMatch(c -> (c >= ' ' && c != 0x7f) || c == '\n' || c == '\r' || c == '\t');
        return written
                ? Optional.of(new MalformedFile(
                        Texts.of(
                                "weights.kind.text",
                                MalformedFile.quoted(
                                        utf8(start.lines().findFirst().orElse("")))),
                        Texts.of("weights.kind.advice")))
                : Optional.empty();
    }

    /** Whether a file with these first bytes is ONNX. */
    static boolean isOnnx(ByteBuffer first) {
        return ONNX.matcher(characters(first)).matches();
    }

    private static String characters(ByteBuffer first) {
        byte[] bytes = new byte[Math.min(first.remaining(), LOOKED_AT)];
        first.duplicate().get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** What a zip file with these entries is, which is no file of PyTorch. */
    static MalformedFile zip(Collection<String> entries) {
        for (String name : entries) {
            if (name.endsWith(".h5")) {
                return Kind.HDF5.problem();
            }
            if (name.matches("(?i).+\\.(pth|pt|pkl|safetensors|ckpt|npz)")) {
                return new MalformedFile(
                        Texts.of("weights.kind.zip.weightsInside", MalformedFile.quoted(name)),
                        Texts.of("weights.kind.zip.weightsInside.advice"));
            }
        }
        return new MalformedFile(
                Texts.of("weights.kind.zip.other", TorchZip.PICKLE), Texts.of("weights.kind.zip.other.advice"));
    }
}
