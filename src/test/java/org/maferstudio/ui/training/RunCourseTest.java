package org.maferstudio.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.experiment.Course;
import org.maferstudio.experiment.HistoryRow;

class RunCourseTest {
    @ParameterizedTest(name = "{0}: epoch {1}")
    @CsvSource(textBlock = """
            NATIVE, 1
            LOW,    2
            MEAN,   3
            """)
    void theBestValidationIsThatOfTheResolutionWhereTheBestIsChosen(Course.At at, int epoch) {
        RunCourse course = new RunCourse();
        course.set(List.of(row(1, 0.7, 0.1), row(2, 0.3, 0.5), row(3, 0.6, 0.4)));
        assertEquals(epoch, course.best(at).orElseThrow().epoch());
    }

    private static HistoryRow row(int epoch, double natively, double low) {
        return new HistoryRow(epoch, epoch, epoch, 1, 1, 1, natively, 0.1, 0.1, new HistoryRow.Lowered(8, 1, low), 1);
    }
}
