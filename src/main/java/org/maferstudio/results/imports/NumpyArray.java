package org.maferstudio.results.imports;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * One array in NumPy's format, with numbers, booleans or text. Object arrays are pickles and are rejected.
 *
 * @param rows size of the first axis
 * @param columns size of the second axis; 1 if there is none
 * @param dimensions number of axes, 1 or 2
 * @param cells row by row
 */
record NumpyArray(int rows, int columns, int dimensions, List<String> cells) {
    private static final Pattern HEADER = Pattern.compile(
            "\\{.*'descr': *'([<>|=]?)([a-zA-Z?])(\\d*)'.*'fortran_order': *(True|False).*'shape': *\\(([0-9, ]*)\\).*",
            Pattern.DOTALL);
    private static final int MAX_CELLS = 50_000_000;
    private static final int MAX_HEADER = 1 << 16;
    private static final int MAX_ITEM = 4096;

    /** Row {@code i}. */
    List<String> row(int i) {
        return cells.subList(i * columns, (i + 1) * columns);
    }

    /** Reads an array; {@code where} names it in messages. */
    static NumpyArray read(InputStream in, Path where) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] start = new byte[8];
        data.readFully(start);
        int length = Short.toUnsignedInt(Short.reverseBytes(data.readShort()));
        if (start[6] > 1) {
            length |= Short.toUnsignedInt(Short.reverseBytes(data.readShort())) << 16;
        }
        if (length < 0 || length > MAX_HEADER) {
            throw refused(where, "?");
        }
        byte[] header = new byte[length];
        data.readFully(header);
        String text = new String(header, StandardCharsets.ISO_8859_1);
        Matcher matcher = HEADER.matcher(text);
        if (!matcher.matches()) {
            throw refused(where, text.strip());
        }
        int[] shape = Arrays.stream(matcher.group(5).split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .mapToInt(each -> each.length() > 8 ? MAX_CELLS : Integer.parseInt(each))
                .toArray();
        int item = matcher.group(3).isEmpty() ? 1 : Integer.parseInt(matcher.group(3));
        char type = matcher.group(2).charAt(0);
        int bytes = type == 'U' ? 4 * item : item;
        if (shape.length < 1
                || shape.length > 2
                || bytes > MAX_ITEM
                || Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b) > MAX_CELLS) {
            throw refused(where, text.strip());
        }
        int rows = shape[0];
        int columns = shape.length == 1 ? 1 : shape[1];
        String[] cells = new String[rows * columns];
        boolean fortran = matcher.group(4).equals("True");
        byte[] value = new byte[bytes];
        ByteBuffer buffer = ByteBuffer.wrap(value)
                .order(matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < cells.length; i++) {
            data.readFully(value);
            int place = fortran ? i % rows * columns + i / rows : i;
            cells[place] = type == 'S' ? bytes(value) : cell(type, bytes, buffer, where);
        }
        return new NumpyArray(rows, columns, shape.length, Arrays.asList(cells));
    }

    private static String cell(char type, int bytes, ByteBuffer buffer, Path where) {
        return switch (type + Integer.toString(bytes)) {
            case "b1" -> Byte.toString(buffer.get(0));
            case "?1" -> Byte.toString(buffer.get(0));
            case "u1" -> Integer.toString(Byte.toUnsignedInt(buffer.get(0)));
            case "i2" -> Short.toString(buffer.getShort(0));
            case "u2" -> Integer.toString(Short.toUnsignedInt(buffer.getShort(0)));
            case "i4" -> Integer.toString(buffer.getInt(0));
            case "u4" -> Integer.toUnsignedString(buffer.getInt(0));
            case "i8" -> Long.toString(buffer.getLong(0));
            case "u8" -> Long.toUnsignedString(buffer.getLong(0));
            case "i1" -> Byte.toString(buffer.get(0));
            case "f2" -> number(half(buffer.getShort(0)));
            case "f4" -> number(buffer.getFloat(0));
            case "f8" -> number(buffer.getDouble(0));
            default -> {
                if (type != 'U') {
                    throw refused(where, type + Integer.toString(bytes));
                }
                yield text(buffer);
            }
        };
    }

    private static String bytes(byte[] value) {
        return new String(value, StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private static String text(ByteBuffer buffer) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, buffer.capacity() / 4)
                .map(i -> buffer.getInt(4 * i))
                .filter(c -> c != 0 && Character.isValidCodePoint(c))
                .forEach(text::appendCodePoint);
        return text.toString().strip();
    }

    /** As it would be written manually: whole numbers without a point. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? BigDecimal.valueOf((long) value).toPlainString()
                : Double.toString(value);
    }

    /** A number of 16 bits: 1 sign, 5 exponent, 10 fraction. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double magnitude = exponent == 0
                ? Math.scalb((double) fraction, -24)
                : exponent == 31
                        ? (fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                        : Math.scalb(1024.0 + fraction, exponent - 25);
        return bits < 0 ? -magnitude : magnitude;
    }

    private static Problem refused(Path where, String what) {
        return Problem.input(Texts.of("results.imports.error.numpyArray", where, what));
    }
}
