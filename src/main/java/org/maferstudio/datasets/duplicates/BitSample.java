package org.maferstudio.datasets.duplicates;

import java.util.Random;

/**
 * Some of the 256 bits of a sketch, which make a key.
 *
 * @param places which bits, 0 to 255
 * @param masks the same bits in four words
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BitSample(int[] places, long[] masks) {
    /** Samples so many different bits. */
    static BitSample random(int bits, Random random) {
        int[] places = random.ints(0, Sketches.WORDS * Long.SIZE)
                .distinct()
                .limit(bits)
                .sorted()
                .toArray();
        long[] masks = new long[Sketches.WORDS];
        for (int place : places) {
            masks[place / Long.SIZE] |= 1L << place;
        }
        return new BitSample(places, masks);
    }

    /** The number of different keys. */
    int keys() {
        return 1 << places.length;
    }

    /** Whether none of the bits is set, as in the difference of two sketches with the same key. */
    boolean isZero(long[] words) {
        long set = 0;
        for (int word = 0; word < masks.length; word++) {
            set |= words[word] & masks[word];
        }
        return set == 0;
    }
}
