package org.maferstudio.weights;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes in the ways that break readers; the same seed does the same damage. */
final class Mutation {
    /** Numbers at the edges of their types, and the operations of pickles, which random bytes seldom hit. */
    private static final int[] EDGES = {
        0, 1, 0x7f, 0x80, 0xff, '(', ')', ']', '}', 't', 'R', 'b', 'Q', '.', 'h', 'q', 0x81, 0x8a, 0x8d
    };

    private final Random random;

    Mutation(long seed) {
        this.random = new Random(seed);
    }

    /** A damaged copy, one to four wounds. */
    byte[] of(byte[] sound) {
        byte[] bytes = sound.clone();
        for (int wounds = 1 + random.nextInt(4); wounds > 0 && bytes.length > 0; wounds--) {
            bytes = wound(bytes);
        }
        return bytes;
    }

    private byte[] wound(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(1 << random.nextInt(8)));
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> bytes[at] = (byte) EDGES[random.nextInt(EDGES.length)];
            case 3 -> Arrays.fill(bytes, at, at + Math.min(8, length), (byte) (random.nextBoolean() ? 0xff : 0));
            case 4 -> {
                return joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            }
            case 5 -> {
                byte[] twice = Arrays.copyOfRange(bytes, at, at + length);
                return joined(Arrays.copyOf(bytes, at), joined(twice, Arrays.copyOfRange(bytes, at, bytes.length)));
            }
            case 6 -> {
                return Arrays.copyOf(bytes, at);
            }
            default -> {
                int from = random.nextInt(bytes.length);
                int count = Math.min(length, bytes.length - from);
                System.arraycopy(bytes, from, bytes, at, Math.min(count, bytes.length - at));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
