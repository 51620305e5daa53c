package org.maferstudio.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.job.Problem;

/** A server of this computer that sends a film as a stream, and then does what streams do. */
@Timeout(60)
class StreamTest {
    private static final int FRAMES = 50;

    @TempDir
    private Path folder;

    private ServerSocket server;
    private byte[] film;

    /** What the server does with a connection after it has sent the film. */
    private interface Then {
        void with(Socket socket) throws IOException;
    }

    @BeforeEach
    void record() throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        Path file = folder.resolve("film.ts");
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 64, 48);
                Frame frame = new Frame(64, 48, Frame.DEPTH_UBYTE, 3)) {
            recorder.setFormat("mpegts");
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG2VIDEO);
            recorder.setFrameRate(25);
            recorder.start();
            for (int i = 0; i < FRAMES; i++) {
                recorder.record(frame);
            }
        }
        film = Files.readAllBytes(file);
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private String address(String protocol) {
        return protocol + "://127.0.0.1:" + server.getLocalPort();
    }

    private void serve(String header, Then then) {
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept()) {
                if (!header.isEmpty()) {
                    socket.getInputStream().read(new byte[1000]);
                    socket.getOutputStream().write(header.getBytes(StandardCharsets.US_ASCII));
                }
                socket.getOutputStream().write(film);
                socket.getOutputStream().flush();
                then.with(socket);
            } catch (IOException e) {
                // The reader went away first.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static int readToLoss(FrameSource stream) throws InterruptedException {
        int frames = 0;
        while (true) {
            try {
                assertTrue(stream.next().isPresent(), "a stream has no end");
                frames++;
            } catch (SourceLostException lost) {
                assertTrue(lost.getMessage().endsWith("has stopped. The live view resumes when the stream returns."));
                return frames;
            }
        }
    }

    @Test
    void aStreamThatEndsMayComeBackAndIsReadAgain() throws InterruptedException {
        SourceName name = SourceName.of(address("tcp"));
        assertTrue(name.mayComeBack());
        for (int i = 0; i < 2; i++) {
            serve("", socket -> {});
            try (FrameSource stream = name.open()) {
                assertEquals(FrameSource.Pace.OWN, stream.pace());
                assertTrue(readToLoss(stream) >= FRAMES - 2);
            }
        }
    }

    @Test
    void aStreamThatStallsIsLostAfterSeconds() throws InterruptedException {
        serve("", socket -> {
            while (socket.getInputStream().read() >= 0) {
                // Sends nothing until the reader closes the connection.
            }
        });
        try (FrameSource stream = SourceName.of(address("tcp")).open()) {
            long begun = System.nanoTime();
            assertTrue(readToLoss(stream) >= FRAMES - 2);
            assertTrue(System.nanoTime() - begun < 20e9);
        }
    }

    @Test
    void aStreamOverHttpThatEndsMayComeBack() throws InterruptedException {
        serve("HTTP/1.1 200 OK\r\nContent-Type: video/mp2t\r\nConnection: close\r\n\r\n", socket -> {});
        try (FrameSource stream = SourceName.of(address("http") + "/live.ts").open()) {
            assertEquals(FrameSource.Pace.OWN, stream.pace());
            assertTrue(readToLoss(stream) >= FRAMES - 2);
        }
    }

    @Test
    void aServerThatIsNotThereIsReported() throws IOException {
        String address = address("tcp");
        server.close();
        Problem problem =
                assertThrows(Problem.class, () -> SourceName.of(address).open());
        assertTrue(problem.getMessage().contains("reachable from this computer"), problem.getMessage());
    }
}
