package org.maferstudio.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One named block of numbers.
 *
 * @param name such as {@code conv1_7x7_s2.weight}
 * @param type of each element
 * @param shape the sizes of the dimensions, the slowest first; empty for a single number
 * @param data all elements, little-endian, between its position and its limit; not a copy, so only to be read
 */
public record Tensor(String name, ElementType type, List<Long> shape, ByteBuffer data) {
    public Tensor {
        Objects.requireNonNull(name);
        shape = List.copyOf(shape);
        data = data.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        if (data.remaining() != elements(shape) * type.bytes()) {
            throw new IllegalArgumentException("the tensor " + name + " of shape " + shape + " and type " + type
                    + " cannot have " + data.remaining() + " bytes");
        }
    }

    /** 32-bit numbers under a name. */
    public static Tensor ofFloats(String name, float[] values, long... shape) {
        ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return new Tensor(name, ElementType.F32, boxed(shape), data);
    }

    /** Whole numbers under a name, one dimension. */
    public static Tensor ofLongs(String name, long... values) {
        ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asLongBuffer().put(values);
        return new Tensor(name, ElementType.I64, List.of((long) values.length), data);
    }

    /** One whole number under a name, no dimension. */
    public static Tensor ofLong(String name, long value) {
        ByteBuffer data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
        return new Tensor(name, ElementType.I64, List.of(), data.flip());
    }

    /** The same numbers under another name. */
    public Tensor named(String other) {
        return new Tensor(other, type, shape, data);
    }

    /** All elements, little-endian, a view of its own with its own position; only to be read. */
    @Override
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many elements there are. */
    public long elements() {
        return elements(shape);
    }

    /**
     * The elements as 32-bit numbers, rounded where the type holds more.
     *
     * @throws IllegalStateException if the type is not one of floating point
     */
    public float[] floats() {
        float[] values = new float[Math.toIntExact(elements())];
        floats(0, FloatBuffer.wrap(values));
        return values;
    }

    /**
     * Writes some of the elements as 32-bit numbers, rounded where the type holds more.
     *
     * @param from the first of them
     * @param target takes as many as it has room for
     * @throws IllegalStateException if the type is not one of floating point
     */
    public void floats(long from, FloatBuffer target) {
        int bytes = type.bytes();
        ByteBuffer part = data().position(Math.toIntExact(from * bytes)).slice().order(ByteOrder.LITTLE_ENDIAN);
        if (type == ElementType.F32) {
            target.put(part.limit(4 * target.remaining()).asFloatBuffer());
            return;
        }
        for (int i = 0; target.hasRemaining(); i++) {
            target.put(at(part, i));
        }
    }

    private float at(ByteBuffer bytes, int index) {
        return switch (type) {
            case F32 -> bytes.getFloat(4 * index);
            case F64 -> (float) bytes.getDouble(8 * index);
            case F16 -> HalfFloat.toFloat(bytes.getShort(2 * index));
            case BF16 -> Float.intBitsToFloat(bytes.getShort(2 * index) << 16);
            default -> throw new IllegalStateException("the tensor " + name + " holds " + type + ", not real numbers");
        };
    }

    /**
     * The elements as whole numbers.
     *
     * @throws IllegalStateException if the type is not I64
     */
    public long[] longs() {
        if (type != ElementType.I64) {
            throw new IllegalStateException("the tensor " + name + " holds " + type + ", not I64");
        }
        long[] values = new long[Math.toIntExact(elements())];
        data().asLongBuffer().get(values);
        return values;
    }

    /** Whether the elements are real numbers. */
    public boolean isReal() {
        return type == ElementType.F32
                || type == ElementType.F64
                || type == ElementType.F16
                || type == ElementType.BF16;
    }

    /**
     * This in 16 bits an element, rounded to the nearest; as it is if the elements are whole numbers.
     *
     * @throws IllegalStateException if a finite number is too large for it
     */
    public Tensor half() {
        if (!isReal() || type == ElementType.F16) {
            return this;
        }
        float[] values = floats();
        ByteBuffer halves = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            short half = HalfFloat.of(value);
            if (Float.isInfinite(HalfFloat.toFloat(half)) && !Float.isInfinite(value)) {
                throw new IllegalStateException("the tensor " + name + " holds " + value + ", too large for 16 bits");
            }
            halves.putShort(half);
        }
        return new Tensor(name, ElementType.F16, shape, halves.flip());
    }

    /**
     * This in 32 bits an element; as it is if it has them or if the elements are whole numbers.
     *
     * <p>Numbers of 64 bits are rounded.
     */
    public Tensor single() {
        if (!isReal() || type == ElementType.F32) {
            return this;
        }
        ByteBuffer singles =
                ByteBuffer.allocate(Math.toIntExact(4 * elements())).order(ByteOrder.LITTLE_ENDIAN);
        floats(0, singles.asFloatBuffer());
        return new Tensor(name, ElementType.F32, shape, singles);
    }

    private static long elements(List<Long> shape) {
        long count = 1;
        for (long size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("sizes of a tensor are not negative, got " + shape);
            }
            count = Math.multiplyExact(count, size);
        }
        return count;
    }

    private static List<Long> boxed(long[] shape) {
        List<Long> sizes = new ArrayList<>(shape.length);
        for (long size : shape) {
            sizes.add(size);
        }
        return sizes;
    }

    /** The name, the type and the shape. */
    @Override
    public String toString() {
        return name + " " + type + shape;
    }
}
