/** From a recipe to a network: the loop, its losses, optimisers and learning rates, the loader, checkpoints, evaluation. */
package org.maferstudio.training;
