/** One reader per dataset layout. Open {@link org.maferstudio.datasets.readers.DatasetReaders} first, which lists them. */
package org.maferstudio.datasets.readers;
