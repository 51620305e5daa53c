package org.maferstudio.datasets.saved;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.maferstudio.files.InputFile;
import org.maferstudio.image.RasterImage;

/**
 * The decoded images of a dataset on disk, found by the hash of their pixels: a changed image has another hash.
 *
 * <p>One file has the pixels, one after the other, and another the hash, the place and the checksum of each. What does not
 * match its checksum is decoded again. One program at a time adds images; others read what was there. Thread-safe.
 */
public final class PixelFile implements AutoCloseable {
    /** The end of the name of the file of pixels, with the version of the format. */
    static final String PIXELS = ".pixels1";

    private static final String PLACES = ".places1";
    private static final int PLACE_BYTES = ImageFacts.HASH + Long.BYTES + Integer.BYTES;
    private static final int MOST_PLACES = 4_000_000;
    private static final System.Logger LOG = System.getLogger(PixelFile.class.getName());

    private final Map<ByteBuffer, Place> places = new HashMap<>();
    private final long mostBytes;
    private RandomAccessFile pixels;
    private RandomAccessFile list;
    private FileLock lock;
    private long end;

    /** Where an image begins, in bytes, and its checksum. */
    private record Place(long offset, int sum) {}

    private PixelFile(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Has no images and saves none. */
    public static PixelFile none() {
        return new PixelFile(0);
    }

    /**
     * Opens a file, or makes it.
     *
     * @param mostBytes of its pixels; a larger one is made anew
     * @throws IOException if it can neither be read nor made
     */
    static PixelFile open(Path pixels, long mostBytes) throws IOException {
        if (pixels.toFile().length() > mostBytes) {
            delete(pixels);
        }
        PixelFile file = new PixelFile(mostBytes);
        try {
            file.open(pixels);
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Removes a file of pixels and what belongs to it. */
    static void delete(Path pixels) throws IOException {
        Files.deleteIfExists(places(pixels));
        Files.deleteIfExists(pixels);
    }

    private static Path places(Path pixels) {
        return pixels.resolveSibling(pixels.getFileName().toString().replace(PIXELS, PLACES));
    }

    private void open(Path file) throws IOException {
        pixels = new RandomAccessFile(file.toFile(), "rw");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        readPlaces(places(file), pixels.length());
        list = new RandomAccessFile(places(file).toFile(), "rw");
        lock = lock(list);
        if (lock != null) {
            // A line that was cut off by a crash is written over.
            list.setLength((long) places.size() * PLACE_BYTES);
            list.seek(list.length());
        }
    }

    private static FileLock lock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            // Another training of this program adds images.
            return null;
        }
    }

    private void readPlaces(Path file, long length) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        int count = (int) Math.min(MOST_PLACES, Files.size(file) / PLACE_BYTES);
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(InputFile.of(file)), 1 << 16))) {
            for (int i = 0; i < count; i++) {
                byte[] hash = new byte[ImageFacts.HASH];
                in.readFully(hash);
                Place place = new Place(in.readLong(), in.readInt());
                if (place.offset() < 0 || place.offset() > length) {
                    // Damaged: the others may be as well, and would be found out by their checksums one by one.
                    places.clear();
                    return;
                }
                places.put(ByteBuffer.wrap(hash), place);
            }
        }
        if (places.size() < count) {
            places.clear();
            return;
        }
        end = length;
    }

    /** The image with these facts; empty if it is not here, or damaged. */
    public Optional<RasterImage> read(ImageFacts facts) {
        byte[] values = new byte[Math.toIntExact(facts.bytes())];
        int sum;
        synchronized (this) {
            Place place = places.get(ByteBuffer.wrap(facts.hash()));
            if (place == null) {
                return Optional.empty();
            }
            sum = place.sum();
            try {
                pixels.seek(place.offset());
                pixels.readFully(values);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "a decoded image cannot be read", e);
                return Optional.empty();
            }
        }
        return sum(values) == sum
                ? Optional.of(new RasterImage(facts.width(), facts.height(), facts.channels(), values))
                : Optional.empty();
    }

    /** Saves an image if there is room, and if it is the one with these facts. */
    public void add(ImageFacts facts, RasterImage image) {
        if (lock == null || !facts.describes(image)) {
            return;
        }
        byte[] values = image.values();
        int sum = sum(values);
        synchronized (this) {
            ByteBuffer hash = ByteBuffer.wrap(facts.hash());
            boolean full = end + values.length > mostBytes || places.size() == MOST_PLACES;
            if (lock == null || full || places.containsKey(hash)) {
                return;
            }
            try {
                pixels.seek(end);
                pixels.write(values);
                list.write(ByteBuffer.allocate(PLACE_BYTES)
                        .put(facts.hash())
                        .putLong(end)
                        .putInt(sum)
                        .array());
                places.put(hash, new Place(end, sum));
                end += values.length;
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "decoded images cannot be saved any more", e);
                release();
            }
        }
    }

    private static int sum(byte[] values) {
        CRC32C sum = new CRC32C();
        sum.update(values);
        return (int) sum.getValue();
    }

    private void release() {
        lock = null;
    }

    @Override
    public synchronized void close() {
        places.clear();
        release();
        try {
            if (list != null) {
                // Its lock ends with it.
                list.close();
            }
            if (pixels != null) {
                pixels.close();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "decoded images cannot be closed", e);
        }
    }
}
