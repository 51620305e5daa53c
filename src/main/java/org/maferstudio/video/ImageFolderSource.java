package org.maferstudio.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.maferstudio.image.ImageFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** The images of a folder, by name; unreadable ones are skipped. */
final class ImageFolderSource implements FrameSource {
    private static final System.Logger LOG = System.getLogger(ImageFolderSource.class.getName());
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "bmp", "gif");
    private static final int MOST = 100_000;

    private final String name;
    private final Iterator<Path> files;
    private long number;

    private ImageFolderSource(String name, List<Path> files) {
        this.name = name;
        this.files = files.iterator();
    }

    static ImageFolderSource open(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            List<Path> pictures = listed.filter(ImageFolderSource::isImage)
                    .limit(MOST)
                    .sorted()
                    .toList();
            if (pictures.isEmpty()) {
                throw Problem.input(Texts.of("video.folder.error.empty", folder));
            }
            return new ImageFolderSource(folder.getFileName().toString(), pictures);
        } catch (IOException e) {
            throw Problem.input(Texts.of("video.folder.error.read", folder), e);
        }
    }

    private static boolean isImage(Path file) {
        String text = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(text.substring(text.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Pace pace() {
        return Pace.STILLS;
    }

    @Override
    public Optional<VideoFrame> next() throws InterruptedException {
        while (files.hasNext()) {
            Path file = files.next();
            try {
                VideoFrame frame = new VideoFrame(
                        ImageFile.read(file), number, 1000 * number, System.nanoTime(), Optional.empty());
                number++;
                return Optional.of(frame);
            } catch (Problem unreadable) {
                LOG.log(System.Logger.Level.WARNING, "Left out of the live view: {0}", unreadable.getMessage());
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        // Every image is read completely, which closes its file.
    }
}
