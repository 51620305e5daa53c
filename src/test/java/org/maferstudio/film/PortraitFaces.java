package org.maferstudio.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;

/** A face of each expression, in a text file of one line each. */
final class PortraitFaces {
    private final Map<Expression, PortraitFace> faces;

    private PortraitFaces(Map<Expression, PortraitFace> faces) {
        this.faces = faces;
    }

    /** The persons of the film. */
    static List<PortraitPerson> persons() {
        return LongStream.of(12, 8, 22).mapToObj(PortraitPerson::of).toList();
    }

    /** The timeline of the film. */
    static FilmTimeline timeline() {
        return new FilmTimeline(
                persons(),
                List.of(
                        Expression.NEUTRAL,
                        Expression.HAPPINESS,
                        Expression.SURPRISE,
                        Expression.ANGER,
                        Expression.SADNESS,
                        Expression.FEAR,
                        Expression.DISGUST));
    }

    /** Reads a file. */
    static PortraitFaces read(Path file) throws IOException {
        Map<Expression, PortraitFace> faces = new EnumMap<>(Expression.class);
        for (String line : Files.readAllLines(file)) {
            int colon = line.indexOf(' ');
            faces.put(expression(line.substring(0, colon)), PortraitFace.of(line.substring(colon + 1)));
        }
        return new PortraitFaces(faces);
    }

    private static Expression expression(String id) {
        LabelSet labels = LabelSet.fer2013();
        return labels.expression(labels.names().indexOf(id)).orElseThrow();
    }

    PortraitFace of(Expression expression) {
        return faces.get(expression);
    }

    PortraitFaces with(Expression expression, PortraitFace face) {
        Map<Expression, PortraitFace> other = new EnumMap<>(faces);
        other.put(expression, face);
        return new PortraitFaces(other);
    }

    /** The text of the file. */
    @Override
    public String toString() {
        return faces.entrySet().stream()
                .map(entry -> entry.getKey().id() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
