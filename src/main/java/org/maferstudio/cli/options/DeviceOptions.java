package org.maferstudio.cli.options;

import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import picocli.CommandLine.Mixin;

/** The device and threads of a command. */
public final class DeviceOptions {
    @Mixin
    private final FieldOptions fields = FieldOptions.of("machine.device", "machine.threads");

    /**
     * A device with the values of the options over others.
     *
     * @throws org.maferstudio.job.Problem if there is no such device, or the number of threads is out of range
     */
    public DeviceConfig applyTo(DeviceConfig below) {
        return RecipeJson.change(Recipe.DEFAULT.with(below), fields.values()).machine();
    }
}
