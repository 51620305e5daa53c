package org.maferstudio.datasets.splits;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.function.Function;

/** A random order that depends only on a seed and on names, never on the input order. */
record SeededRank(long seed) {
    /** The rank of a name: FNV-1a, then the finaliser of SplitMix64. */
    long of(String name) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    /** Compares by the rank of names. */
    <T> Comparator<T> order(Function<T, String> name) {
        return Comparator.<T>comparingLong(thing -> of(name.apply(thing))).thenComparing(name);
    }
}
