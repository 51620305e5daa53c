package org.maferstudio.datasets;

import java.util.List;
import java.util.Map;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Picture;

/**
 * The question that a dataset asks whose classes are numbers: which number is which expression.
 *
 * @param numbers as they appear, ascending
 * @param examples a few pictures of each number
 * @param suggestion an order that is known for such datasets, for the numbers from the smallest on; only a suggestion
 */
public record NumberedClasses(List<Integer> numbers, Map<Integer, List<Picture>> examples, LabelSet suggestion) {
    public NumberedClasses {
        numbers = List.copyOf(numbers);
        examples = Map.copyOf(examples);
    }
}
