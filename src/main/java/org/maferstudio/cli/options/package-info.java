/** Options that several commands share. Open {@link org.maferstudio.cli.options.RecipeOptions} first. */
package org.maferstudio.cli.options;
