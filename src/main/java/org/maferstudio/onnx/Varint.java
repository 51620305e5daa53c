package org.maferstudio.onnx;

import java.io.ByteArrayOutputStream;

/** Protobuf's whole numbers of variable length. */
public final class Varint {
    private Varint() {}

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
    public static byte[] of(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }
}
