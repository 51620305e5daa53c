/** What the program says to people, in bundles that a translator fills without touching code. */
package org.maferstudio.texts;
