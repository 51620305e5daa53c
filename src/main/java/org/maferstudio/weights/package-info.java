/** Weight files: names, shapes and values of tensors; no network. */
package org.maferstudio.weights;
