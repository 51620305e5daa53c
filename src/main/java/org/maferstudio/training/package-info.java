/** Training: the loop, losses, optimisers, learning rates, data loader, checkpoints and evaluation. */
package org.maferstudio.training;
