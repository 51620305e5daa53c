/** The compute engine and its devices. Start with {@link org.maferstudio.network.engine.ComputeEngine}. */
package org.maferstudio.network.engine;
