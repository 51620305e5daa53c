package org.maferstudio.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

class AccessibleRegionsTest {
    private final AtomicInteger told = new AtomicInteger();
    private final AccessibleRegions spots = new AccessibleRegions(told::incrementAndGet);

    @Test
    void anotherSpotIsAnotherItemSoThatItIsReadOut() {
        assertNull(spots.node());
        spots.describe("Anger called Fear: 12", 10, 20, 30, 40);
        Node first = spots.node();
        assertEquals("Anger called Fear: 12", first.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        assertEquals(30, first.getLayoutBounds().getWidth());
        spots.describe("Fear called Anger: 3", 50, 20, 30, 40);
        assertNotSame(first, spots.node());
        assertEquals(2, told.get());
    }

    @Test
    void theSameSpotIsReportedOnceEvenWhereItMoves() {
        spots.describe("Anger", 0, 0, 1, 1);
        Node first = spots.node();
        spots.describe("Anger", 5, 5, 1, 1);
        assertSame(first, spots.node());
        assertEquals(5, first.getLayoutX());
        assertEquals(1, told.get());
    }

    @Test
    void silenceIsReportedOnce() {
        spots.silence();
        assertEquals(0, told.get());
        spots.describe("Anger", 0, 0, 1, 1);
        spots.silence();
        spots.silence();
        assertEquals(2, told.get());
        assertNull(spots.node());
    }
}
