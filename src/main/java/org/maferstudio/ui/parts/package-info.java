/** What several panes share: controls, charts, background jobs. */
package org.maferstudio.ui.parts;
