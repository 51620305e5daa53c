/**
 * What the user chose once, kept in one JSON file. Open {@link org.maferstudio.settings.Settings} first.
 *
 * <p>A new setting is one component and one line: unknown fields are ignored, missing ones get their default.
 */
package org.maferstudio.settings;
