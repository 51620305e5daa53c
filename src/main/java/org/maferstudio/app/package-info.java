/** The entry point: creates all objects, opens the window or runs a command, and shuts down. */
package org.maferstudio.app;
