/** Controls shared by several panes. */
package org.maferstudio.ui.controls;
