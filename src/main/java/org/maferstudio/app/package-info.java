/** Makes every object once, opens the window or runs a command, and closes. */
package org.maferstudio.app;
