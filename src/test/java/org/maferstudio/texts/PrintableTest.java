package org.maferstudio.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void whatATerminalWouldDoIsShownInstead() {
        assertEquals(
                "\\u001b[2J\\u001b]0;owned\\u0007 red\\u009b31m",
                Printable.text("\u001b[2J\u001b]0;owned\u0007 red\u009b31m"));
        assertEquals("over\\u000dwritten\\u0008\\u007f", Printable.text("over\rwritten\b\u007f"));
    }

    @Test
    void whatChangesTheDirectionOfWritingIsShown() {
        assertEquals("photo\\u202egpj.exe", Printable.text("photo\u202egpj.exe"));
        assertEquals("a\\u2066b\\u2028c\\ufeff", Printable.text("a\u2066b\u2028c\ufeff"));
    }

    @Test
    void hiddenTagsAndHalfCharactersAreShown() {
        assertEquals("a\\udb40\\udc41", Printable.text("a\udb40\udc41"));
        assertEquals("a\\ud83db", Printable.text("a\ud83db"));
    }

    @Test
    void everyScriptStaysAsItIs() {
        String text =
                "Größe, émotion, 表情.png, \u06a9\u062a\u0627\u0628\u200c\u0647\u0627, \ud83d\udc68\u200d\ud83d\udc69";
        assertEquals(text, Printable.text(text));
        assertEquals("two\n\tlines", Printable.text("two\n\tlines"));
    }

    @Test
    void aLineIsOneLine() {
        assertEquals("a sentence of many parts", Printable.line(" a sentence \r\n of\nmany \n\n parts\n"));
    }
}
