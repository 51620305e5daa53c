package org.maferstudio.datasets.saved;

/**
 * What is saved of a dataset between runs of the program.
 *
 * @param images what identifies and describes its images
 * @param pixels its decoded images
 */
public record SavedDataset(SavedImages images, SavedPixels pixels) {
    /**
     * In this user's cache folder.
     *
     * @param pixelBytes the most bytes of decoded images; 0 saves none
     */
    public static SavedDataset ofThisSystem(long pixelBytes) {
        return new SavedDataset(SavedImages.ofThisSystem(), SavedPixels.ofThisSystem(pixelBytes));
    }
}
