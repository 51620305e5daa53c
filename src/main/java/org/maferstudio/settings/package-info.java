/**
 * The user's settings, in one JSON file. Start with {@link org.maferstudio.settings.Settings}.
 *
 * <p>To add a setting, add one component with a default: unknown fields are ignored, and missing ones get their
 * default.
 */
package org.maferstudio.settings;
