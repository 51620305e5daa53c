package org.maferstudio.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * What the program says to people: a bundle a room in {@code resources/texts}, such as {@code training.properties}; a
 * translation is a file beside it, such as {@code training_de.properties}, and needs no code. A key names the bundle and
 * then the text, as its first words: {@code training.nothing-trained-yet}. A text without a translation is said in
 * English.
 */
public final class Texts {
    private static final String FOLDER = "texts.";
    private static final String ONE = ".one";
    private static final String SEVERAL = ".several";

    private Texts() {}

    /**
     * The text of a key in the language of the system.
     *
     * @param values what stands in the places of the text's format specifiers, see {@link java.util.Formatter}; without
     *     any, the text is no format and a percent sign stands for itself
     * @throws MissingResourceException if there is no such text
     */
    public static String of(String key, Object... values) {
        return of(Locale.getDefault(Locale.Category.DISPLAY), key, values);
    }

    /** The text of a key in a language. */
    static String of(Locale language, String key, Object... values) {
        int room = key.indexOf('.');
        String text = ResourceBundle.getBundle(FOLDER + key.substring(0, room), language)
                .getString(key.substring(room + 1));
        // Numbers look as in the files that the program writes, whatever the language.
        return values.length == 0 ? text : String.format(Locale.ROOT, text, values);
    }

    /**
     * The text of a whole page, such as {@code help/start.md}, in the language of the system: a translation is a file
     * beside it, such as {@code help/start_de.md}.
     *
     * @throws MissingResourceException if there is no such page
     */
    public static String page(String resource) {
        return page(Locale.getDefault(Locale.Category.DISPLAY), resource);
    }

    /** The text of a page in a language. */
    static String page(Locale language, String resource) {
        int ending = resource.lastIndexOf('.');
        String translated = resource.substring(0, ending) + "_" + language.getLanguage() + resource.substring(ending);
        for (String name : List.of(translated, resource)) {
            try (InputStream in = Texts.class.getResourceAsStream("/" + name)) {
                if (in != null) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new MissingResourceException("there is no page " + resource, Texts.class.getName(), resource);
    }

    /**
     * A number and what it counts, such as {@code 1 picture} or {@code 28,709 pictures}: the text {@code <key>.one} for 1,
     * else {@code <key>.several}.
     */
    public static String count(String key, long count) {
        return of(key + (count == 1 ? ONE : SEVERAL), count);
    }
}
