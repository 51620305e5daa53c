package org.maferstudio.onnx;

import java.util.Arrays;
import java.util.Optional;

/** The element types of ONNX tensors that networks on images use. */
public enum OnnxType {
    FLOAT32(1, "float32", 32),
    UINT8(2, "uint8", 8),
    INT8(3, "int8", 8),
    UINT16(4, "uint16", 16),
    INT16(5, "int16", 16),
    INT32(6, "int32", 32),
    INT64(7, "int64", 64),
    STRING(8, "string", 0),
    BOOL(9, "bool", 8),
    FLOAT16(10, "float16", 16),
    FLOAT64(11, "float64", 64),
    UINT32(12, "uint32", 32),
    UINT64(13, "uint64", 64),
    BFLOAT16(16, "bfloat16", 16),
    FLOAT8_E4M3FN(17, "float8e4m3fn", 8),
    FLOAT8_E4M3FNUZ(18, "float8e4m3fnuz", 8),
    FLOAT8_E5M2(19, "float8e5m2", 8),
    FLOAT8_E5M2FNUZ(20, "float8e5m2fnuz", 8),
    UINT4(21, "uint4", 4),
    INT4(22, "int4", 4);

    private final int code;
    private final String id;
    private final int bits;

    OnnxType(int code, String id, int bits) {
        this.code = code;
        this.id = id;
        this.bits = bits;
    }

    /** The type of a number in the file; empty for one that no network on images has. */
    static Optional<OnnxType> of(long code) {
        return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
    }

    /** The name, such as {@code float32}. */
    public String id() {
        return id;
    }

    /** The bytes of so many elements; 0 for text. */
    long bytes(long elements) {
        return (Math.multiplyExact(elements, (long) bits) + 7) / 8;
    }

    /** Whether images and results can have this type. */
    public boolean isUsable() {
        return this == FLOAT32 || this == FLOAT16;
    }
}
