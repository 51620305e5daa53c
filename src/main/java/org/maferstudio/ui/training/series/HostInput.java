package org.maferstudio.ui.training.series;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.job.Problem;
import org.maferstudio.series.remote.RemoteHost;
import org.maferstudio.texts.Texts;

/** The login node of a cluster that is reached by ssh, as it is typed. */
public final class HostInput {
    private final StringProperty host = new SimpleStringProperty(this, "host", "");
    private final StringProperty folder = new SimpleStringProperty(this, "folder", "");
    private final StringProperty program = new SimpleStringProperty(this, "program", "");
    private final BooleanProperty sending = new SimpleBooleanProperty(this, "sending");

    /** Creates empty fields; {@code changed} is called when something else is typed. */
    HostInput(Runnable changed) {
        Stream.of(host, folder, program, sending)
                .forEach(input -> input.addListener((property, old, now) -> changed.run()));
    }

    /** Its name for ssh; empty to submit from this computer. */
    public StringProperty hostProperty() {
        return host;
    }

    /** The folder of the series there; empty in a folder that both share. */
    public StringProperty folderProperty() {
        return folder;
    }

    /** The command of this program there; empty for the one on the path. */
    public StringProperty programProperty() {
        return program;
    }

    /** Whether datasets and weight files that it does not have are sent. */
    public BooleanProperty sendingProperty() {
        return sending;
    }

    /** Whether a host is named. */
    boolean isNamed() {
        return !host.get().isBlank();
    }

    /**
     * The host to check; empty if none is named.
     *
     * @throws Problem if the fields do not go together
     */
    Optional<RemoteHost> asked() {
        if (!isNamed()) {
            return Optional.empty();
        }
        if (sending.get() && folder.get().isBlank()) {
            throw Problem.input(Texts.of("training.series.host.error.send"));
        }
        String command =
                program.get().isBlank() ? RemoteHost.PROGRAM : program.get().strip();
        RemoteHost.Inputs inputs = sending.get() ? RemoteHost.Inputs.SEND : RemoteHost.Inputs.EXPECT;
        return Optional.of(RemoteHost.asked(host.get().strip(), folder.get().strip(), "", command, inputs));
    }
}
