package org.maferstudio.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource({
        "happy, happiness",
        "HAPPINESS, happiness",
        "hap, happiness",
        "3_happy, happiness",
        "0_angry, anger",
        "01-Disgusted, disgust",
        "7. Neutral, neutral",
        "aia_anger, anger",
        "Angry (1), anger",
        "sad2, sadness",
        "fears, fear",
        "Surprised faces, surprise",
        "AngryFaces, anger",
        "emotion_sad, sadness",
        "afraid, fear",
        "scared, fear",
        "contemptuous, contempt",
        "natural, neutral",
        "suprise, surprise",
        "ｈａｐｐｙ, happiness"
    })
    void aClassNameIsUnderstoodInTheFormsThatPeopleWrite(String written, String id) {
        assertEquals(id, Expression.of(written).map(Expression::id).orElse("none"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "wut",
                "joie",
                "怒り",
                "Happily Surprised",
                "happy_surprise",
                "not happy",
                "non-neutral",
                "happy birds",
                "dis_x",
                "unhappy",
                "Ahegao",
                "n000001",
                "unsorted"
            })
    void whatIsNoExpressionOrTwoIsNotGuessed(String written) {
        assertTrue(Expression.of(written).isEmpty());
    }

    @Test
    void everyKnownOrderOfASizeHasThatManyClassesAndIsAnotherOne() {
        for (int size : new int[] {6, 7, 8}) {
            List<ClassOrder> orders = ClassOrder.ofSize(size);
            assertTrue(orders.stream().allMatch(order -> order.labels().size() == size));
            assertEquals(
                    orders.size(),
                    new HashSet<>(orders.stream().map(ClassOrder::labels).toList()).size());
            assertTrue(orders.stream().map(ClassOrder::labels).allMatch(labels -> IntStream.range(0, size)
                    .allMatch(i -> labels.expression(i).isPresent())));
        }
        assertEquals(List.of(), ClassOrder.ofSize(11));
    }

    @Test
    void inASentenceAnExpressionIsLowerCaseAndAnotherClassAsItIsWritten() {
        LabelSet labels = new LabelSet(List.of("happiness", "Talking"));
        assertEquals("happiness", labels.word(0));
        assertEquals("Talking", labels.word(1));
    }
}
