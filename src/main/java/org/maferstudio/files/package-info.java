/**
 * Files given by users: which files may be read and which may be replaced. Start with {@link
 * org.maferstudio.files.InputFile}.
 */
package org.maferstudio.files;
