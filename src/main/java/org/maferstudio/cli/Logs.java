package org.maferstudio.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.maferstudio.texts.Printable;

/** Shows the log on the console only on request. */
final class Logs {
    private Logs() {}

    /**
     * Enables or disables the log on standard error; other handlers, such as the window's, are not changed.
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

    /** Java's default format, safe for a terminal. */
    static final class PrintableFormatter extends SimpleFormatter {
        @Override
        public synchronized String format(LogRecord record) {
            return Printable.text(super.format(record));
        }
    }
}
