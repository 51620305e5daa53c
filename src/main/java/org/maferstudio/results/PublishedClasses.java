package org.maferstudio.results;

import java.util.List;

/**
 * The accuracy of each class of one of the paper's models, at native resolution.
 *
 * @param model base, CR, CR-Simplified or CR+AffWild2
 * @param shares one per class, 0 to 1, in the order of {@link #CLASSES}
 * @see <a href="https://arxiv.org/abs/2105.02481">arXiv 2105.02481</a>
 */
public record PublishedClasses(String model, List<Double> shares) {
    /** The classes in the order of the paper's figure. */
    public static final List<String> CLASSES = List.of("surprise", "happiness", "sadness", "anger", "fear", "disgust");

    private static final List<PublishedClasses> OULU = List.of(
            new PublishedClasses("base", List.of(.528, .427, .606, .813, .715, .486)),
            new PublishedClasses("CR", List.of(.977, .990, .981, .986, .984, .984)),
            new PublishedClasses("CR-Simplified", List.of(.954, .978, .962, .974, .972, .962)),
            new PublishedClasses("CR+AffWild2", List.of(.991, .994, .987, .991, .985, .989)));

    public PublishedClasses {
        shares = List.copyOf(shares);
        if (shares.size() != CLASSES.size()) {
            throw new IllegalArgumentException("one share a class of " + CLASSES + ", got " + shares);
        }
    }

    /** The accuracies on a dataset, model by model; empty if the paper has none. */
    public static List<PublishedClasses> on(String dataset) {
        return dataset.equals("Oulu-CASIA") ? OULU : List.of();
    }

    /** The accuracy of a class. */
    public double of(String name) {
        return shares.get(CLASSES.indexOf(name));
    }
}
