/** What in the shown face speaks for a class: a part of Results and Live. */
package org.maferstudio.ui.explain;
