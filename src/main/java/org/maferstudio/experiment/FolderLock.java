package org.maferstudio.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Marks a folder as used by one process; the system releases the lock when the process ends, even after a crash. A shared
 * lock also has a {@link WriterClaim}, because network file systems may not pass the system's locks on.
 */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = ".lock";

    /**
     * The folders locked by this process. On POSIX systems, closing any channel of a locked file releases all locks of
     * the process on it, so a file that is locked here must not be opened a second time.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;
    private final Optional<WriterClaim> claim;

    private FolderLock(Path folder, FileChannel channel, Optional<WriterClaim> claim) {
        this.folder = folder;
        this.channel = channel;
        this.claim = claim;
    }

    /**
     * Locks a folder of this computer.
     *
     * @return the lock; empty if another process holds it
     * @throws Problem if the folder cannot be written to
     */
    static Optional<FolderLock> acquire(Path folder) {
        return once(folder, key -> {
            FileChannel channel = open(key);
            return channel.tryLock() == null
                    ? closed(channel)
                    : Optional.of(new FolderLock(key, channel, Optional.empty()));
        });
    }

    /**
     * Locks a folder that other computers may write to as well.
     *
     * @return the lock; empty if another process holds it, here or on another computer
     * @throws Problem if the folder cannot be written to
     */
    static Optional<FolderLock> acquireShared(Path folder) {
        return once(folder, key -> {
            Optional<WriterClaim> claim = WriterClaim.take(key);
            if (claim.isEmpty()) {
                return Optional.empty();
            }
            FileChannel channel = open(key);
            if (isFree(channel)) {
                return Optional.of(new FolderLock(key, channel, claim));
            }
            claim.get().release();
            return closed(channel);
        });
    }

    @FunctionalInterface
    private interface Attempt {
        Optional<FolderLock> on(Path key) throws IOException;
    }

    private static Optional<FolderLock> once(Path folder, Attempt attempt) {
        Path key = key(folder);
        if (!HELD_HERE.add(key)) {
            return Optional.empty();
        }
        Optional<FolderLock> lock = Optional.empty();
        try {
            lock = attempt.on(key);
            return lock;
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.folder.error.notWritable", folder), e);
        } finally {
            if (lock.isEmpty()) {
                HELD_HERE.remove(key);
            }
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Takes the system's lock; a file system that has none leaves it to the claim. */
    private static boolean isFree(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) {
            return true;
        }
    }

    private static Optional<FolderLock> closed(FileChannel channel) throws IOException {
        channel.close();
        return Optional.empty();
    }

    private static Path key(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    /** Whether a folder is locked; a folder that cannot be read counts as not locked. */
    static boolean isHeld(Path folder) {
        Path file = folder.resolve(NAME);
        if (HELD_HERE.contains(key(folder)) || WriterClaim.holder(folder).isPresent()) {
            return true;
        }
        if (!Files.isWritable(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            return false;
        }
    }

    /** The locked folder, absolute. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            claim.ifPresent(WriterClaim::release);
            // Also releases the system's lock.
            channel.close();
            HELD_HERE.remove(folder);
        } catch (IOException e) {
            throw Problem.failure(Texts.of("experiment.lock.error.release"), e);
        }
    }
}
