package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeField;
import org.maferstudio.recipe.RecipeFields;

class SweepTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            lr=0.001, 0.003,0.01                  | optimiser.learningRate | 0.001 0.003 0.01
            learning-rate=0.001                   | optimiser.learningRate | 0.001
            --learning-rate=1e-3                  | optimiser.learningRate | 0.001
            optimiser.learningRate=.5             | optimiser.learningRate | 0.5
            learningRate=.5                       | optimiser.learningRate | 0.5
            lr=log 1e-4..1e-2 x 5                 | optimiser.learningRate | 0.0001 0.000316228 0.001 0.00316228 0.01
            batch=1..9 x 5                        | course.batch           | invalid
            batch=2..10 x 5                       | course.batch           | 2 4 6 8 10
            batch=2..9 x 3                        | course.batch           | 2 6 9
            e=3, 5..7 x 3                         | course.epochs          | 3 5 6 7
            flip=0..1 x 3                         | augmentation.flip      | 0 0.5 1
            o=SGD, adam                           | optimiser.algorithm    | sgd adam
            nesterov=true,false                   | optimiser.nesterov     | true false
            schedule=off;p=0.5                    | schedule.howOften      | off p=0.5
            schedule=small-faces;p=0.5            | schedule.howOften      | small-faces p=0.5
            resolutions=8,12;16                   | schedule.which         | 8,12 16
            preset=compact,compact-multi          | preset                 | compact compact-multi
            dataset=drawn,drawn:18                | dataset                | drawn drawn:18
            """)
    void valuesAreReadByTheFieldTheyBelongTo(String text, String field, String values) {
        if (values.equals("invalid")) {
            assertThrows(Problem.class, () -> Sweep.parse(text));
            return;
        }
        Sweep sweep = Sweep.parse(text);
        assertEquals(field, sweep.target().id());
        assertEquals(List.of(values.split(" ")), sweep.values());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            lr=0.001,abc             | Value 2 of optimiser.learningRate, "abc", is not allowed
            lr=0.001,0               | Value 2 of optimiser.learningRate, "0", is not allowed: optimiser.learningRate must be
            lr=0.001,                | Value 2 of optimiser.learningRate is empty
            lr=0.1,0.10              | optimiser.learningRate has the value 0.1 twice
            lr=log 0..1 x 3          | Range 1 of optimiser.learningRate, "log 0..1 x 3", must go from a smaller
            lr=1..0.1 x 3            | Range 1 of optimiser.learningRate
            lr=0.1..1 x 1            | must have 2 to 1,000 values
            lr=0.1..1 x 99999999999  | must have 2 to 1,000 values
            lr=0.5, 0.1..0.2         | so it needs a number of values
            o=sgd,adma               | Value 2 of optimiser.algorithm, "adma", is not allowed
            e=2.5                    | Value 1 of course.epochs, "2.5", is not allowed
            nothing=1                | There is no field "nothing" to vary
            name=a,b                 | There is no field "name" to vary
            threads=1,2              | There is no field "threads" to vary
            seed=1,2                 | --seeds
            preset=tiny              | tiny
            lr                       | is not a sweep
            """)
    void aProblemNamesFieldPositionAndValue(String text, String message) {
        Problem problem = assertThrows(Problem.class, () -> Sweep.parse(text));
        assertTrue(problem.getMessage().contains(message), problem.getMessage());
        assertEquals(Problem.Kind.INPUT, problem.kind());
    }

    @Test
    void aRangeWithoutANumberOfValuesIsOpen() {
        Sweep sweep = Sweep.parse("lr=log 1e-4..1e-2");
        assertEquals(List.of(), sweep.values());
        assertEquals(1e-3, sweep.range().orElseThrow().at(0.5), 1e-15);
        assertEquals(1e-4, sweep.range().orElseThrow().at(0));
    }

    @Test
    void everyFieldThatHasAnOptionTakesItsOwnValue() {
        for (RecipeField<?> field : RecipeFields.all()) {
            boolean other = field.id().startsWith("dataset.")
                    || List.of("name", "course.seed", "machine.threads").contains(field.id());
            String value = field.text(Recipe.DEFAULT);
            if (other || value.isEmpty()) {
                continue;
            }
            Sweep sweep = Sweep.parse(field.id() + "=" + value);
            assertEquals(1, sweep.values().size(), field.id());
            assertEquals(
                    Recipe.DEFAULT,
                    sweep.target().apply(Recipe.DEFAULT, sweep.values().get(0)),
                    field.id());
        }
    }
}
