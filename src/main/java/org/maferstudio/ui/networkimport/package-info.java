/**
 * The dialog that imports a network of another program, an ONNX file, in the panes Results and Live. Open {@link
 * org.maferstudio.ui.networkimport.NetworkImportViewModel} first.
 */
package org.maferstudio.ui.networkimport;
