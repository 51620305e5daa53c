package org.maferstudio.cli.options;

import org.maferstudio.job.Problem;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** The device and threads of a command. */
public final class DeviceOptions {
    private final FieldOptions fields = FieldOptions.of("machine.device", "machine.threads");

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it.
    private final CommandSpec options = fields.spec();

    /**
     * A device with the values of the options over others.
     *
     * @throws Problem if there is no such device, or the number of threads is out of range
     */
    public DeviceConfig applyTo(DeviceConfig below) {
        return RecipeJson.change(Recipe.DEFAULT.with(below), fields.values()).machine();
    }
}
