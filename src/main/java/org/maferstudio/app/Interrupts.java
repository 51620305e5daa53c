package org.maferstudio.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.StopRequest;
import org.maferstudio.job.TemporaryFiles;

/**
 * Handles Ctrl+C and SIGTERM: the first requests a stop, see {@link StopRequest}; the second ends the process
 * immediately.
 *
 * <p>Java itself starts shutting down at the first signal. So signals are handled by {@code sun.misc.Signal}, which is
 * undocumented but available in every JDK; without it, a shutdown hook requests the stop.
 */
final class Interrupts {
    private static final Logger LOG = System.getLogger(Interrupts.class.getName());

    private final StopRequest stop;
    private final Console console;
    private final AtomicInteger signals = new AtomicInteger();

    private Interrupts(StopRequest stop, Console console) {
        this.stop = stop;
        this.console = console;
    }

    /** Handles the signals of this process from now on. */
    static void handle(StopRequest stop, Console console) {
        Interrupts interrupts = new Interrupts(stop, console);
        Runtime.getRuntime().addShutdownHook(new Thread(interrupts::shutDown, "stop request"));
        for (String signal : List.of("INT", "TERM")) {
            try {
                interrupts.handle(signal);
            } catch (ReflectiveOperationException | RuntimeException e) {
                LOG.log(Level.DEBUG, "The signal " + signal + " cannot be handled on this system", e);
            }
        }
    }

    private void handle(String name) throws ReflectiveOperationException {
        Class<?> signalType = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        InvocationHandler invocation = (proxy, method, arguments) -> switch (method.getName()) {
            case "handle" -> {
                signalled();
                yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "the handler of " + name;
        };
        Object handler = Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[] {handlerType}, invocation);
        Object signal = signalType.getConstructor(String.class).newInstance(name);
        Object before = signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, handler);
        Object ignored = handlerType.getField("SIG_IGN").get(null);
        if (ignored.equals(before)) {
            // In the background of a script, Ctrl+C is not for this process.
            signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, ignored);
        }
    }

    private void signalled() {
        if (signals.incrementAndGet() > 1) {
            end();
        }
        Thread waiting = new Thread(this::waitAndEnd, "stop request");
        waiting.setDaemon(true);
        waiting.start();
    }

    private void waitAndEnd() {
        if (!stop.requestAndWait(console::message)) {
            end();
        }
    }

    /** Ends the process without shutdown hooks, which would wait for running work. */
    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        TemporaryFiles.delete();
        Runtime.getRuntime().halt(ExitCode.STOPPED);
    }

    /** The fallback if the process is ended in another way, or signals cannot be handled. */
    private void shutDown() {
        stop.requestAndWait(console::message);
        TemporaryFiles.delete();
    }
}
