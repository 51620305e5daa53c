/** The texts shown to users, in resource bundles that can be translated without changing code. */
package org.maferstudio.texts;
