/** The engine that computes, and the devices it finds. Open {@link org.maferstudio.network.engine.ComputeEngine} first. */
package org.maferstudio.network.engine;
