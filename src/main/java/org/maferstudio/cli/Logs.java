package org.maferstudio.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the console clean: the log goes there only if asked for. */
public final class Logs {
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
            }
        }
        root.setLevel(Level.INFO);
    }
}
