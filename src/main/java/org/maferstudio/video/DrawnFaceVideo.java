package org.maferstudio.video;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.datasets.drawn.FaceParameters;
import org.maferstudio.datasets.drawn.FaceScene;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.image.RasterImage;

/**
 * An endless video of a drawn face that moves through the expressions at 30 frames per second: one second per
 * expression, with a transition of a fifth of a second. It needs no camera. It provides the position of the face
 * itself, because face detectors are trained on photographs.
 */
public final class DrawnFaceVideo implements FrameSource {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;
    private static final int SIDE = 240;
    private static final int HELD = 30;
    private static final int MOVED = 6;
    private static final int PERSONS = 3;
    private static final double FRAMES_A_SECOND = 30;
    private static final byte WALL = (byte) 0x55;

    private final long seed;
    private final List<Expression> order;
    /** Drawing is slower than the frame rate, so each face is drawn once. */
    private final Map<Long, RasterImage> drawn = new HashMap<>();

    private long number;

    /** Creates the video with faces drawn from this seed. */
    public DrawnFaceVideo(long seed) {
        this.seed = seed;
        LabelSet labels = LabelSet.fer2013();
        order = IntStream.range(0, labels.size())
                .mapToObj(label -> labels.expression(label).orElseThrow())
                .toList();
    }

    @Override
    public String name() {
        return "drawn faces";
    }

    @Override
    public Pace pace() {
        return Pace.TIMED;
    }

    @Override
    public Optional<VideoFrame> next() throws InterruptedException {
        long time = Math.round(1000 * number / FRAMES_A_SECOND);
        int left = left();
        int top = top();
        RasterImage image = composed(left, top);
        // Networks trained on drawn faces expect the whole drawn image; the box is smaller by their margin of 15 %.
        double inner = SIDE / 1.3;
        FaceBounds face = new FaceBounds(left + (SIDE - inner) / 2, top + (SIDE - inner) / 2, inner, inner);
        VideoFrame frame = new VideoFrame(image, number, time, System.nanoTime(), Optional.of(List.of(face)));
        number++;
        return Optional.of(frame);
    }

    /** The head moves in a circle of 8 seconds. */
    private int left() {
        return (int)
                Math.round((WIDTH - SIDE) / 2.0 + 90 * StrictMath.sin(2 * Math.PI * number / (8 * FRAMES_A_SECOND)));
    }

    private int top() {
        return (int)
                Math.round((HEIGHT - SIDE) / 2.0 + 30 * StrictMath.sin(2 * Math.PI * number / (5 * FRAMES_A_SECOND)));
    }

    private RasterImage composed(int left, int top) {
        RasterImage face = face();
        byte[] values = new byte[3 * WIDTH * HEIGHT];
        Arrays.fill(values, WALL);
        for (int row = 0; row < SIDE; row++) {
            System.arraycopy(face.values(), 3 * row * SIDE, values, 3 * ((top + row) * WIDTH + left), 3 * SIDE);
        }
        return new RasterImage(WIDTH, HEIGHT, 3, values);
    }

    private RasterImage face() {
        long turn = number / (HELD + MOVED);
        int step = (int) (number % (HELD + MOVED));
        int from = (int) (turn % order.size());
        long person = turn / order.size() % PERSONS;
        int moved = Math.max(0, step - HELD + 1);
        return drawn.computeIfAbsent((person * order.size() + from) * (MOVED + 1) + moved, key -> {
            FaceParameters now = FaceParameters.of(order.get(from));
            FaceParameters then = FaceParameters.of(order.get((from + 1) % order.size()));
            FaceParameters between = now.blend(then, moved / (double) (MOVED + 1));
            return DrawnFaces.draw(between, seed + person, FaceScene.PORTRAIT, SIDE, seed)
                    .toRgb();
        });
    }

    @Override
    public void close() {
        drawn.clear();
    }
}
