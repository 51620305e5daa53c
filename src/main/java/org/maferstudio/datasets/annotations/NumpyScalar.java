package org.maferstudio.datasets.annotations;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A NumPy file with one value: a text, a whole number or a float; objects are never unpickled. */
final class NumpyScalar {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=]?)([UaSiuf])(\\d{1,4})'");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(\\s*(?:1\\s*,\\s*)*1?\\s*\\)");
    private static final int LENGTH_AT = 8;

    private NumpyScalar() {}

    /** The value as text; empty if the bytes are no such file. */
    static Optional<String> parse(byte[] bytes) {
        if (bytes.length < LENGTH_AT + 4 || !startsWithMagic(bytes)) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int version = bytes[MAGIC.length];
        long header = version == 1 ? buffer.getShort(LENGTH_AT) & 0xffff : buffer.getInt(LENGTH_AT) & 0xffffffffL;
        long data = LENGTH_AT + (version == 1 ? 2 : 4) + header;
        if (data > bytes.length) {
            return Optional.empty();
        }
        String text = new String(bytes, LENGTH_AT, (int) data - LENGTH_AT, StandardCharsets.ISO_8859_1);
        Matcher type = TYPE.matcher(text);
        if (!type.find() || !SHAPE.matcher(text).find()) {
            return Optional.empty();
        }
        ByteBuffer value = buffer.position((int) data).slice();
        value.order(type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        return value(value, type.group(2).charAt(0), Integer.parseInt(type.group(3)));
    }

    private static boolean startsWithMagic(byte[] bytes) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (bytes[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> value(ByteBuffer value, char kind, int size) {
        int bytes = kind == 'U' ? 4 * size : size;
        if (value.remaining() < bytes) {
            return Optional.empty();
        }
        return switch (kind) {
            case 'U' -> Optional.of(text(value, bytes, utf32(value.order())));
            case 'S', 'a' -> Optional.of(text(value, bytes, StandardCharsets.ISO_8859_1));
            case 'f' ->
                number(size == Float.BYTES ? value.getFloat() : size == Double.BYTES ? value.getDouble() : Double.NaN);
            default -> integer(value, size).map(String::valueOf);
        };
    }

    private static Charset utf32(ByteOrder order) {
        return Charset.forName(order == ByteOrder.BIG_ENDIAN ? "UTF-32BE" : "UTF-32LE");
    }

    private static String text(ByteBuffer value, int bytes, Charset charset) {
        byte[] text = new byte[bytes];
        value.get(text);
        return new String(text, charset).replace("\0", "").strip();
    }

    private static Optional<String> number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE;
        return Double.isFinite(value)
                ? Optional.of(whole ? String.valueOf((long) value) : String.valueOf(value))
                : Optional.empty();
    }

    private static Optional<Long> integer(ByteBuffer value, int size) {
        return switch (size) {
            case Byte.BYTES -> Optional.of((long) value.get());
            case Short.BYTES -> Optional.of((long) value.getShort());
            case Integer.BYTES -> Optional.of((long) value.getInt());
            case Long.BYTES -> Optional.of(value.getLong());
            default -> Optional.empty();
        };
    }
}
