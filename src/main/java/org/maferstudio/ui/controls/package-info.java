/** Controls that several panes use. */
package org.maferstudio.ui.controls;
