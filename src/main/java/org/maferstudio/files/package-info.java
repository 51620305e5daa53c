/** Files that users name: which are read, and which are replaced. Open {@link org.maferstudio.files.InputFile} first. */
package org.maferstudio.files;
