package org.maferstudio.series.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesCopy;
import org.maferstudio.files.OutputFile;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.series.SeriesGathering;
import org.maferstudio.series.SeriesJson;
import org.maferstudio.series.ShellWords;
import org.maferstudio.series.remote.RemoteFiles.RemoteFile;
import org.maferstudio.texts.Texts;

/**
 * Fetches what has changed on the host of a series since the last time, a portion at a time, so that a lost connection
 * costs one portion. {@code fetched.json} remembers what is there; what was changed here since is not overwritten.
 */
final class RemoteFetch {
    private static final SeriesJson FETCHED = new SeriesJson("fetched.json");

    private static final int PORTION_FILES = 500;
    private static final long PORTION_BYTES = 32L << 20;

    /** Logs grow while they are fetched. */
    private static final long GROWTH = 16L << 20;

    /** The head and the end of an archive, and the head and the padding of each file with a long name. */
    private static final long ARCHIVE_BYTES = 1 << 20;

    private static final long ENTRY_BYTES = 4096;

    /** How often files are listed again because a run ended meanwhile. */
    private static final int MOST_LISTINGS = 3;

    private final Series series;
    private final RemoteHost remote;
    private final Ssh ssh;
    private final RemoteFiles files;
    private final Map<String, String> known;
    private boolean gathered;

    /**
     * The files that were fetched.
     *
     * @param versions size and time of the last change on the host, by name
     */
    private record Fetched(Map<String, String> versions) {}

    /**
     * Prepares to fetch.
     *
     * @param files that are wanted
     */
    RemoteFetch(Series series, RemoteHost remote, Ssh ssh, RemoteFiles files) {
        this.series = series;
        this.remote = remote;
        this.ssh = ssh;
        this.files = files;
        this.known = new TreeMap<>(
                FETCHED.read(series, Fetched.class).map(Fetched::versions).orElse(Map.of()));
    }

    /**
     * Fetches.
     *
     * @throws Problem if the host cannot be reached, or sends something else than was asked for
     */
    void run(Progress progress) {
        boolean complete = false;
        for (int i = 0; i < MOST_LISTINGS && !complete && !progress.stopRequested(); i++) {
            complete = isFetched(progress);
        }
        if (gathered) {
            SeriesGathering.gather(series);
        }
    }

    /** Fetches what is listed now; false if a run ended meanwhile. */
    private boolean isFetched(Progress progress) {
        Map<String, RemoteFile> there = listed();
        forget(there);
        List<RemoteFile> changed = there.values().stream()
                .filter(this::isChanged)
                .sorted(RemoteFiles.ORDER)
                .toList();
        boolean complete = true;
        int done = 0;
        while (done < changed.size() && !progress.stopRequested()) {
            List<RemoteFile> portion = portion(changed.subList(done, changed.size()));
            progress.report(
                    done / (double) changed.size(),
                    Texts.of("series.remote.progress.fetch", done, changed.size(), remote.host()));
            complete &= isFetched(portion);
            done += portion.size();
            FETCHED.write(series, new Fetched(known));
        }
        return complete;
    }

    private Map<String, RemoteFile> listed() {
        Ssh.Answer answer = ssh.run(
                "cd " + ShellWords.of(remote.folder()) + " && find . -maxdepth 4 -type f -printf '%s %T@ %P\\n'");
        if (answer.code() != 0) {
            throw Problem.failure(Texts.of("series.remote.error.command", remote.host(), answer.reason()));
        }
        return files.wanted(answer.text(), remote.host());
    }

    private boolean isChanged(RemoteFile file) {
        return !file.version().equals(known.get(file.name())) || !Files.exists(place(file.name()));
    }

    /** The claim of a process that has ended is not there any more. */
    private void forget(Map<String, RemoteFile> there) {
        for (Iterator<String> each = known.keySet().iterator(); each.hasNext(); ) {
            String name = each.next();
            if (name.endsWith("/" + RemoteFiles.CLAIM) && !there.containsKey(name)) {
                delete(place(name));
                each.remove();
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    private static List<RemoteFile> portion(List<RemoteFile> left) {
        int count = 0;
        for (long bytes = 0; count < left.size() && count < PORTION_FILES; count++) {
            bytes += left.get(count).size();
            if (count > 0 && bytes > PORTION_BYTES) {
                break;
            }
        }
        return left.subList(0, count);
    }

    private boolean isFetched(List<RemoteFile> portion) {
        Map<String, RemoteFile> asked = new LinkedHashMap<>();
        portion.forEach(file -> asked.put(file.name(), file));
        long most =
                portion.stream().mapToLong(file -> file.size() + ENTRY_BYTES).sum() + GROWTH + ARCHIVE_BYTES;
        List<Boolean> complete = new ArrayList<>();
        Ssh.Answer answer = ssh.receive(
                "cd " + ShellWords.of(remote.folder())
                        + " && tar -cf - --format=gnu --ignore-failed-read --no-recursion --null -T -",
                out -> writeNames(out, asked.keySet()),
                most,
                in -> complete.add(isTaken(in, asked)));
        // 1: a file changed while it was read.
        if (answer.code() > 1) {
            throw Problem.failure(Texts.of("series.remote.error.command", remote.host(), answer.reason()));
        }
        return complete.get(0);
    }

    private static void writeNames(OutputStream out, Iterable<String> names) throws IOException {
        for (String name : names) {
            out.write((name + "\0").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Takes the files of an archive; false if one is not as it was listed, so that others may be missing. */
    private boolean isTaken(InputStream in, Map<String, RemoteFile> asked) throws IOException {
        boolean complete = true;
        for (Optional<TarHeader> next = TarHeader.read(in); next.isPresent(); next = TarHeader.read(in)) {
            TarHeader entry = next.get();
            RemoteFile file = asked.get(entry.name());
            if (file == null || entry.type() != TarHeader.FILE) {
                throw Problem.failure(Texts.of("series.remote.error.otherFile", remote.host(), entry.name()));
            }
            InputStream content = new TarContent(in, entry.size());
            boolean same = entry.size() == file.size() && entry.seconds() == file.seconds();
            if (file.name().equals(RemoteFiles.SUMMARY)) {
                content.transferTo(OutputStream.nullOutputStream());
                gathered = true;
                known.put(file.name(), file.version());
            } else if (same || !file.isManifest()) {
                take(content, file);
                known.put(file.name(), file.version());
            } else {
                // It may say that predictions are there that were not listed yet.
                content.transferTo(OutputStream.nullOutputStream());
                complete = false;
            }
            entry.skipPadding(in);
        }
        return complete;
    }

    private void take(InputStream in, RemoteFile file) throws IOException {
        Path place = place(file.name());
        OutputFile.checkPlace(place);
        Path beside = place.resolveSibling("." + place.getFileName() + ".fetched");
        try {
            Files.createDirectories(place.getParent());
            Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
            if (file.isManifest()) {
                new SeriesCopy(series).receive(beside, files.run(file.name()));
            } else {
                Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private Path place(String name) {
        return series.experiment().folder().resolve(name);
    }
}
