/** What the user chose once, in one JSON file. */
package org.maferstudio.settings;
