package org.maferstudio.texts;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts that the program shows: one resource bundle per package in {@code resources/texts}, such as
 * {@code training.properties}. A translation is a file beside it, such as {@code training_it.properties}, and needs no
 * code. A key names its bundle and the place where the text is shown: {@code training.form.learningRate.label}. A text
 * without a translation is shown in English.
 *
 * <p>Texts with values are patterns of ICU's
 * <a href="https://unicode-org.github.io/icu/userguide/format_parse/messages/">MessageFormat</a>, with its plurals. Numbers
 * look the same in every language, as they do in the program's files: only plural rules follow the language. So a pattern
 * writes a number as <code>{0,number,#,##0}</code> and never as {@code #}.
 */
public final class Texts {
    private static final String FOLDER = "texts.";
    /** A text without a translation is shown in English, not in the system's default language. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Pattern NUMBER = Pattern.compile("\\{(\\d+),number,([^{}]+)}");

    private Texts() {}

    /**
     * Returns the text of a key in the language of the system.
     *
     * @param values the arguments of the pattern; without any, the text is used as is and braces are literal
     * @throws MissingResourceException if there is no such text
     */
    public static String of(String key, Object... values) {
        return of(Locale.getDefault(Locale.Category.DISPLAY), key, values);
    }

    /** Returns the text of a key in a language. */
    public static String of(Locale language, String key, Object... values) {
        int bundle = key.indexOf('.');
        ResourceBundle texts = ResourceBundle.getBundle(FOLDER + key.substring(0, bundle), language, NO_FALLBACK);
        String text = texts.getString(key.substring(bundle + 1));
        return values.length == 0 ? text : format(text, language, values);
    }

    private static String format(String pattern, Locale language, Object... values) {
        Object[] arguments = values.clone();
        for (int i = 0; i < arguments.length; i++) {
            // Arguments that select a plural stay numbers; all others are formatted as Java formats them.
            if (!pattern.contains("{" + i + ",plural,")) {
                arguments[i] = String.valueOf(arguments[i]);
            }
        }
        return new MessageFormat(withNumbers(pattern, values), language).format(arguments);
    }

    /** Inserts formatted numbers into the pattern, so that they look the same in every language. */
    private static String withNumbers(String pattern, Object... values) {
        return NUMBER.matcher(pattern).replaceAll(place -> {
            Object value = values[Integer.parseInt(place.group(1))];
            return Matcher.quoteReplacement(Numbers.format(place.group(2)).format(value));
        });
    }

    /**
     * Returns the text of a page, such as {@code help/start.md}, in the language of the system. A translation is a
     * second file, such as {@code help/start_it.md}.
     *
     * @throws MissingResourceException if there is no such page
     */
    public static String page(String resource) {
        return page(Locale.getDefault(Locale.Category.DISPLAY), resource);
    }

    /** Returns the text of a page in a language. */
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
}
