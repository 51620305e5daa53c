package org.maferstudio.datasets.annotations;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.datasets.annotations.Annotations.Reason;
import org.maferstudio.datasets.annotations.Annotations.Skipped;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.files.ImageIndex;
import org.maferstudio.datasets.files.ReadableFiles;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/** COCO's detection format, one JSON a split: {@code images}, {@code annotations} with boxes, {@code categories}. */
final class CocoJson implements AnnotationFormat {
    private static final int MOST_FILES = 20;

    @Override
    public String id() {
        return "coco";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.coco.layout");
    }

    @Override
    public boolean hasSubjects() {
        return false;
    }

    @Override
    public boolean recognises(ReadableFiles files) {
        return files.entries().stream().anyMatch(EntryNames::isImage)
                && jsons(files).stream().anyMatch(json -> AnnotationJson.of(files, json)
                        .filter(CocoJson::isCoco)
                        .isPresent());
    }

    private static List<String> jsons(ReadableFiles files) {
        return files.entries().stream()
                .filter(entry -> EntryNames.extension(entry).equals("json"))
                .limit(MOST_FILES)
                .toList();
    }

    private static boolean isCoco(JsonElement json) {
        return json instanceof JsonObject root
                && root.get("images") instanceof JsonArray
                && root.get("annotations") instanceof JsonArray
                && root.get("categories") instanceof JsonArray;
    }

    @Override
    public Annotations read(ReadableFiles files) {
        List<Annotation> faces = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        ImageIndex index = new ImageIndex(files);
        for (String json : jsons(files)) {
            AnnotationJson.of(files, json)
                    .filter(CocoJson::isCoco)
                    .ifPresent(root -> read(json, root.getAsJsonObject(), index, faces, skipped));
        }
        return new Annotations(
                "", LabelSet.fer2013(), false, faces, skipped, List.of(Texts.of("datasets.format.note.cropped")));
    }

    private static void read(
            String json, JsonObject root, ImageIndex index, List<Annotation> faces, List<Skipped> skipped) {
        Map<String, String> categories = named(root.getAsJsonArray("categories"), "name");
        Map<String, String> images = named(root.getAsJsonArray("images"), "file_name");
        ImageIndex.Paths paths = index.paths(json, images.values());
        Map<String, Integer> number = new HashMap<>();
        for (JsonElement element : root.getAsJsonArray("annotations")) {
            String written = images.get(AnnotationJson.text(element, "image_id"));
            Optional<String> image = written == null ? Optional.empty() : paths.find(written);
            if (image.isEmpty()) {
                String where = json + ": " + (written == null ? AnnotationJson.text(element, "image_id") : written);
                skipped.add(new Skipped(Reason.NO_IMAGE, where, Texts.of("datasets.format.issue.noImage", where)));
                continue;
            }
            int seen = number.merge(image.get(), 1, Integer::sum);
            String id = seen == 1 ? image.get() : image.get() + "#" + (seen - 1);
            String category = AnnotationJson.text(element, "category_id");
            faces.add(new Annotation(
                    id,
                    image.get(),
                    categories.getOrDefault(category, category),
                    Annotation.splitOf(json),
                    "",
                    crop(element)));
        }
    }

    /** The values of a field by id. */
    private static Map<String, String> named(JsonArray array, String field) {
        Map<String, String> names = new HashMap<>();
        array.forEach(element -> names.put(AnnotationJson.text(element, "id"), AnnotationJson.text(element, field)));
        return names;
    }

    private static Crop crop(JsonElement annotation) {
        List<Double> box = AnnotationJson.numbers(annotation, "bbox");
        return box.size() == 4 && box.get(2) > 0 && box.get(3) > 0
                ? Crop.pixels(box.get(0), box.get(1), box.get(0) + box.get(2), box.get(1) + box.get(3))
                : Crop.WHOLE;
    }
}
