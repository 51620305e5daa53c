package org.maferstudio.ui.workbench;

import java.util.function.Supplier;
import org.kordamp.ikonli.Ikon;

/**
 * An entry of the navigation.
 *
 * @param id one word, the same as the pane's package and style class, such as {@code results}
 * @param title shown in the navigation and the header
 * @param icon beside the title
 * @param view makes the pane when it is first opened
 */
public record PaneEntry(String id, String title, Ikon icon, Supplier<PaneView> view) {}
