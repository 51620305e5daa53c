package org.maferstudio.ui.networkimport;

import java.util.Optional;
import org.maferstudio.network.onnx.OnnxContract.Role;
import org.maferstudio.texts.Texts;

/** What an output of a network is, as it is chosen. */
enum OutputRole {
    LOGITS(Texts.of("networkimport.role.logits"), Role.LOGITS),
    PROBABILITIES(Texts.of("networkimport.role.probabilities"), Role.PROBABILITIES),
    FEATURES(Texts.of("networkimport.role.features"), Role.FEATURES),
    VALUES(Texts.of("networkimport.role.values"), Role.VALUES),
    UNUSED(Texts.of("networkimport.role.unused"), null);

    private final String title;
    private final Role role;

    OutputRole(String title, Role role) {
        this.title = title;
        this.role = role;
    }

    /** The choice of a role. */
    static OutputRole of(Role role) {
        return valueOf(role.name());
    }

    /** The role in a contract; empty if the output is not used. */
    Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    @Override
    public String toString() {
        return title;
    }
}
