/**
 * The panel of the user's own classes in the live view. Start with {@link
 * org.maferstudio.ui.live.ownclasses.OwnClassesViewModel}.
 */
package org.maferstudio.ui.live.ownclasses;
