package org.maferstudio.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.InflaterInputStream;

/** Reads what {@code src/test/resources/image/make_fixtures.py} wrote. */
final class PillowPictures {
    private PillowPictures() {}

    /** A file in the folder {@code decode} and what Pillow reads from it. */
    record Decoded(String file, Picture expected) {
        @Override
        public String toString() {
            return file;
        }
    }

    /** A picture and what Pillow makes of it at another size. */
    record Resized(Picture source, Kernel kernel, Picture expected) {
        @Override
        public String toString() {
            return source + " to " + expected.width() + "x" + expected.height() + ", " + kernel.id();
        }
    }

    static List<Decoded> decoded() {
        return lines("decode.csv").stream()
                .map(line -> new Decoded(line[0], picture(line, 1)))
                .toList();
    }

    static List<Resized> resized() {
        Map<String, Picture> sources = new HashMap<>();
        List<Resized> resized = new ArrayList<>();
        for (String[] line : lines("resize.csv")) {
            if (line[1].equals("source")) {
                sources.put(line[0], picture(line, 2));
            } else {
                Kernel kernel = Kernel.valueOf(line[1].toUpperCase(Locale.ROOT));
                resized.add(new Resized(sources.get(line[0]), kernel, picture(line, 2)));
            }
        }
        return resized;
    }

    static byte[] bytes(String file) {
        try (InputStream in = PillowPictures.class.getResourceAsStream("/image/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The largest difference of two values at one place. */
    static int largestDifference(Picture a, Picture b) {
        if (a.width() != b.width() || a.height() != b.height() || a.channels() != b.channels()) {
            throw new AssertionError("expected " + a + ", got " + b);
        }
        int largest = 0;
        for (int i = 0; i < a.values().length; i++) {
            largest = Math.max(largest, Math.abs((a.values()[i] & 0xff) - (b.values()[i] & 0xff)));
        }
        return largest;
    }

    /** The lines of a csv file without its header, split at the commas. */
    private static List<String[]> lines(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    /** Width, height, channels and values in the columns from {@code first} on. */
    private static Picture picture(String[] line, int first) {
        byte[] packed = Base64.getDecoder().decode(line[first + 3]);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new Picture(
                    Integer.parseInt(line[first]),
                    Integer.parseInt(line[first + 1]),
                    Integer.parseInt(line[first + 2]),
                    in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
