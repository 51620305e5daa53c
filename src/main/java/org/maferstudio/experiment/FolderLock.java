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

/** Marks a folder as used by one process; the system releases the lock when the process ends, even after a crash. */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = ".lock";

    /**
     * The folders locked by this process. On POSIX systems, closing any channel of a locked file releases all locks of
     * the process on it, so a file that is locked here must not be opened a second time.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Locks a folder.
     *
     * @return the lock; empty if another process holds it
     * @throws Problem if the folder cannot be written to
     */
    static Optional<FolderLock> acquire(Path folder) {
        Path key = key(folder);
        if (!HELD_HERE.add(key)) {
            return Optional.empty();
        }
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                HELD_HERE.remove(key);
                return Optional.empty();
            }
            return Optional.of(new FolderLock(key, channel, lock));
        } catch (IOException e) {
            HELD_HERE.remove(key);
            throw Problem.input(Texts.of("experiment.folder.error.notWritable", folder), e);
        }
    }

    private static Path key(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    /** Whether a folder is locked; a folder that cannot be read counts as not locked. */
    static boolean isHeld(Path folder) {
        Path file = folder.resolve(NAME);
        if (HELD_HERE.contains(key(folder))) {
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
            lock.release();
            channel.close();
            HELD_HERE.remove(folder);
        } catch (IOException e) {
            throw Problem.failure(Texts.of("experiment.lock.error.release"), e);
        }
    }
}
