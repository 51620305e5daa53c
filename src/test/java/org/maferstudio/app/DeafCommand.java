package org.maferstudio.app;

import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.StopRequest;
import org.maferstudio.job.Saving;

/** A program for tests that looks for no stop: it runs for minutes, and saves meanwhile if it is told to. */
public final class DeafCommand {
    private DeafCommand() {}

    /** Says {@code running} once signals are handled. */
    public static void main(String[] args) throws InterruptedException {
        StopRequest stop = new StopRequest();
        Console console = new Console(System.out, System.err, stop);
        Interrupts.handle(stop, console);
        if (args.length > 0) {
            Saving.of(args[0]);
        }
        console.print("running");
        Thread.sleep(120_000);
    }
}
