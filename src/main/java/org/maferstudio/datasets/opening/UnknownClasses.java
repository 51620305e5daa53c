package org.maferstudio.datasets.opening;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.maferstudio.datasets.readers.Reading;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.image.RasterImage;

/**
 * The question that a dataset asks whose classes are numbers or words that the program does not know: which expression
 * each of them is.
 *
 * @param words the numbers, ascending, or the words, by name, as written in the dataset
 * @param examples a few images of each word
 * @param orders the orders that are known for as many numbers, the likeliest first; only suggestions
 */
public record UnknownClasses(List<String> words, Map<String, List<RasterImage>> examples, List<ClassOrder> orders) {
    public UnknownClasses {
        words = List.copyOf(words);
        examples = Map.copyOf(examples);
        orders = List.copyOf(orders);
    }

    /** Whether the classes are numbers. */
    public boolean isNumbered() {
        return words.stream().allMatch(Reading::isNumber);
    }

    /** The place in an order of each word, for orders that are as long as the numbers reach. */
    public List<Integer> indices() {
        int first = Integer.parseInt(words.get(0));
        return IntStream.range(0, words.size())
                .mapToObj(i -> Integer.parseInt(words.get(i)) - first)
                .toList();
    }
}
