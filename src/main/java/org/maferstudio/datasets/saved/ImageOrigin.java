package org.maferstudio.datasets.saved;

/**
 * The file of an image, as far as a change of it shows without reading it.
 *
 * @param root the folder or zip, absolute
 * @param entry its name inside, and which part of it the image is
 * @param bytes the file's size
 * @param version changes with the file: when it was modified, in nanoseconds since 1970, or a checksum below 2^32
 */
public record ImageOrigin(String root, String entry, long bytes, long version) {
    /** The same file, of which the image is only a part. */
    public ImageOrigin part(String which) {
        return new ImageOrigin(root, entry + "#" + which, bytes, version);
    }
}
