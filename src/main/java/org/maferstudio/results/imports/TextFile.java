package org.maferstudio.results.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.maferstudio.files.BoundedStream;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.texts.Texts;

/** Reads text in UTF-8, UTF-16 or Latin-1 (Windows-1252), optionally gzipped. */
final class TextFile {
    private static final int SAMPLE = 1 << 16;
    private static final Charset LATIN = Charset.forName("windows-1252");

    private TextFile() {}

    /** The bytes of a file, decompressed if necessary, at most {@link PredictionsFile#MAX_BYTES}. */
    static InputStream unpacked(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(InputFile.of(file)), SAMPLE);
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return bounded(packed ? new GZIPInputStream(in, SAMPLE) : in, file);
    }

    /** A stream of a file that throws a problem after {@link PredictionsFile#MAX_BYTES}. */
    static InputStream bounded(InputStream in, Path file) {
        return new BoundedStream(in, PredictionsFile.MAX_BYTES, Texts.of("results.imports.error.tableTooLarge", file));
    }

    /** A reader of the whole file. */
    static BufferedReader open(Path file) throws IOException {
        Charset charset = charset(file);
        BufferedReader reader = new BufferedReader(new InputStreamReader(unpacked(file), charset), SAMPLE);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** The whole text, up to a maximum number of characters. */
    static String read(Path file, int most) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[SAMPLE];
        try (Reader reader = open(file)) {
            for (int n = reader.read(buffer); n >= 0 && text.length() <= most; n = reader.read(buffer)) {
                text.append(buffer, 0, n);
            }
        }
        if (text.length() > most) {
            throw Problem.input(Texts.of("results.imports.error.tooLarge", file, most / 1_000_000));
        }
        return text.toString();
    }

    /** The text of the first bytes of a file. */
    static String decode(byte[] start) {
        Charset charset = wide(start, start.length);
        return new String(start, charset == null ? StandardCharsets.UTF_8 : charset).replace("\uFEFF", "");
    }

    private static Charset charset(Path file) throws IOException {
        byte[] buffer = new byte[SAMPLE];
        try (InputStream in = unpacked(file)) {
            int n = in.readNBytes(buffer, 0, SAMPLE);
            Charset wide = wide(buffer, n);
            return wide != null ? wide : isUtf8(in, buffer, n) ? StandardCharsets.UTF_8 : LATIN;
        }
    }

    /** UTF-16 by its byte order mark or by the zero bytes of ASCII characters; null for anything else. */
    private static Charset wide(byte[] start, int length) {
        if (length >= 2 && (start[0] & 0xff) == 0xff && (start[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (length >= 2 && (start[0] & 0xff) == 0xfe && (start[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        if (zeros[1] > length / 3) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[0] > length / 3 ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean isUtf8(InputStream in, byte[] buffer, int first) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CharBuffer sink = CharBuffer.allocate(SAMPLE);
        int kept = 0;
        for (int n = first; n > 0; n = in.readNBytes(buffer, kept, SAMPLE - kept)) {
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, kept + n);
            CoderResult result = decoder.decode(bytes, sink.clear(), false);
            if (result.isError()) {
                return false;
            }
            kept = bytes.remaining();
            System.arraycopy(buffer, bytes.position(), buffer, 0, kept);
        }
        return kept == 0;
    }
}
