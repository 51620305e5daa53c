package org.maferstudio.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;

/** The manual's pages lead to each other, here and in the repository. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class ManualTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+\\.md)\\)");
    private static final Path PAGES = Path.of("src/site/markdown");
    private static final Path HELP = Path.of("resources/help");

    private static List<String> links(String text) {
        return LINK.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static Set<String> pages() throws Exception {
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> manual = Files.list(PAGES);
                Stream<Path> help = Files.list(HELP)) {
            manual.filter(Files::isRegularFile).forEach(file -> pages.add("manual/" + file.getFileName()));
            // A translation, such as start_it.md, is shown in place of its page.
            help.filter(file -> !file.toString().matches(".*_[a-z]{2}\\.md"))
                    .forEach(file -> pages.add("help/" + file.getFileName()));
        }
        return pages;
    }

    @Test
    void everyPageIsReachedFromTheContents() throws Exception {
        Set<String> reached = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(List.of("manual/index.md"));
        while (!next.isEmpty()) {
            String page = next.pop();
            if (reached.add(page)) {
                links(HelpView.text(page)).forEach(link -> next.push(HelpView.resolved(link)));
            }
        }
        assertEquals(pages(), reached);
    }

    @Test
    void everyLinkLeadsToAFileOfTheRepositoryToo() throws Exception {
        for (String page : pages()) {
            Path file = page.startsWith("help/") ? HELP.resolve(page.substring(5)) : PAGES.resolve(page.substring(7));
            for (String link : links(Files.readString(file))) {
                assertTrue(Files.exists(file.resolveSibling(link).normalize()), page + " leads to " + link);
            }
        }
    }

    @Test
    void helpLeadsToTheManualAndBack(FxWindow window) {
        StackPane place = window.show(StackPane::new);
        HelpView help = FxWindow.onFx(HelpView::new);
        FxWindow.onFx(() -> {
            help.toggle(place, "start");
            return true;
        });
        String start = FxWindow.onFx(() -> words(help));
        assertTrue(start.contains("What to do first"), start);
        Hyperlink manual = (Hyperlink) window.find(".hyperlink");
        FxWindow.onFx(() -> {
            manual.fire();
            return true;
        });
        assertTrue(FxWindow.onFx(() -> words(help)).contains("How to cite"));
        window.robot().clickOn(".help-bar .button");
        assertEquals(start, FxWindow.onFx(() -> words(help)));
    }

    private static String words(Parent parent) {
        StringBuilder words = new StringBuilder();
        for (Node node : parent.lookupAll(".help-page")) {
            collect((VBox) node, words);
        }
        return words.toString();
    }

    private static void collect(Parent parent, StringBuilder words) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (node instanceof javafx.scene.text.Text text) {
                words.append(text.getText());
            } else if (node instanceof Labeled labeled) {
                // Its own text appears with its skin, at the next pulse.
                words.append(labeled.getText());
            } else if (node instanceof Parent inner) {
                collect(inner, words);
            }
        }
    }
}
