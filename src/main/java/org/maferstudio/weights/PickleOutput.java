package org.maferstudio.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a pickle of protocol 2, as far as tensors need it: see Python's <a
 * href="https://github.com/python/cpython/blob/3.11/Lib/pickletools.py">pickletools</a>. Nothing is remembered, so that
 * the same value is written as often as it occurs.
 */
final class PickleOutput {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PickleOutput() {
        opcode(0x80).out.write(2);
    }

    private PickleOutput opcode(int code) {
        out.write(code);
        return this;
    }

    private PickleOutput bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    private PickleOutput number(int value) {
        return bytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    PickleOutput text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return opcode('X').number(utf8.length).bytes(utf8);
    }

    /** A whole number from 0 to 2^63 - 1. */
    PickleOutput whole(long value) {
        if (value <= Integer.MAX_VALUE) {
            return opcode('J').number((int) value);
        }
        opcode(0x8a).out.write(Long.BYTES);
        return bytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
    }

    /** A tuple of whole numbers. */
    PickleOutput wholes(List<Long> values) {
        mark();
        values.forEach(this::whole);
        return tuple();
    }

    PickleOutput no() {
        return opcode(0x89);
    }

    /** A class or function. */
    PickleOutput name(String module, String name) {
        return opcode('c').bytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** An empty dictionary. */
    PickleOutput dictionary() {
        return opcode('}');
    }

    /** An empty dictionary as state dicts are. */
    PickleOutput orderedDictionary() {
        return name("collections", "OrderedDict").mark().tuple().call();
    }

    /** Begins a tuple, or the items of the dictionary that was written last. */
    PickleOutput mark() {
        return opcode('(');
    }

    /** Ends a tuple. */
    PickleOutput tuple() {
        return opcode('t');
    }

    /** Ends the items of a dictionary, keys and values in turns. */
    PickleOutput items() {
        return opcode('u');
    }

    /** Calls the function before the tuple that was written last with that tuple. */
    PickleOutput call() {
        return opcode('R');
    }

    /** What the tuple that was written last stands for outside the pickle. */
    PickleOutput outside() {
        return opcode('Q');
    }

    /** Ends the pickle. */
    byte[] finished() {
        return opcode('.').out.toByteArray();
    }
}
