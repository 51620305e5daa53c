package org.maferstudio.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.maferstudio.texts.Printable;

/** Keeps the console clean: the log goes there only if asked for. */
final class Logs {
    private Logs() {}

    /**
     * Sends the log to standard error, or not at all; other handlers, such as the window's, are left alone.
     *
     * @param wanted whether to show it
     */
    static void toConsole(boolean wanted) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                handler.setLevel(wanted ? Level.ALL : Level.OFF);
                handler.setFormatter(new PrintableFormatter());
            }
        }
        root.setLevel(Level.INFO);
    }

    /** Java's usual format, safe for a terminal whatever the messages quote. */
    static final class PrintableFormatter extends SimpleFormatter {
        @Override
        public synchronized String format(LogRecord record) {
            return Printable.text(super.format(record));
        }
    }
}
