package org.maferstudio.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;
import org.maferstudio.ui.controls.WrappingText;

/** A page of the manual, from Markdown to nodes: headings, paragraphs, lists, tables, code, links. */
final class ManualPage {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Consumer<String> links;

    private ManualPage(Consumer<String> links) {
        this.links = links;
    }

    /**
     * The nodes of a page, one below the other.
     *
     * @param links receives the target of a clicked link
     */
    static List<javafx.scene.Node> nodes(String markdown, Consumer<String> links) {
        return new ManualPage(links).blocks(PARSER.parse(markdown));
    }

    // Blocks

    private List<javafx.scene.Node> blocks(Node parent) {
        List<javafx.scene.Node> nodes = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            nodes.add(block(child));
        }
        return nodes;
    }

    private javafx.scene.Node block(Node block) {
        if (block instanceof Heading heading) {
            TextFlow line = flow(heading);
            line.getStyleClass().addAll(heading.getLevel() == 1 ? Styles.TITLE_3 : Styles.TITLE_4, "help-heading");
            return line;
        }
        if (block instanceof ListBlock list) {
            return list(list);
        }
        if (block instanceof TableBlock table) {
            return table(table);
        }
        if (block instanceof FencedCodeBlock code) {
            return code(code.getLiteral());
        }
        if (block instanceof IndentedCodeBlock code) {
            return code(code.getLiteral());
        }
        return flow(block);
    }

    private static Label code(String literal) {
        Label label = new Label(literal.stripTrailing());
        WrappingText.wrapped(label);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll("help-code", "help-block");
        return label;
    }

    private VBox list(ListBlock list) {
        VBox box = new VBox();
        box.getStyleClass().add("help-list");
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label marker = new Label(list instanceof BulletList ? "\u2022" : number++ + ".");
            marker.setMinWidth(Region.USE_PREF_SIZE);
            VBox content = new VBox();
            content.getStyleClass().add("help-list");
            content.getChildren().setAll(blocks(item));
            HBox.setHgrow(content, Priority.ALWAYS);
            HBox line = new HBox(marker, content);
            line.getStyleClass().add("help-item");
            box.getChildren().add(line);
        }
        return box;
    }

    private GridPane table(TableBlock table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("help-table");
        int row = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node line = part.getFirstChild(); line instanceof TableRow; line = line.getNext()) {
                int column = 0;
                for (Node cell = line.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
                    TextFlow content = flow(cell);
                    if (part instanceof TableHead) {
                        content.getStyleClass().add(Styles.TEXT_BOLD);
                    }
                    grid.add(content, column++, row);
                }
                row++;
            }
        }
        for (int column = 0; column < grid.getColumnCount(); column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / grid.getColumnCount());
            grid.getColumnConstraints().add(constraints);
        }
        return grid;
    }

    // Words

    private TextFlow flow(Node parent) {
        TextFlow flow = new TextFlow();
        flow.setMinHeight(Region.USE_PREF_SIZE);
        addText(parent, flow, List.of());
        return flow;
    }

    private void addText(Node parent, TextFlow flow, List<String> styles) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof org.commonmark.node.Text text) {
                flow.getChildren().add(text(text.getLiteral(), styles));
            } else if (child instanceof Code code) {
                flow.getChildren().add(text(code.getLiteral(), with(styles, "help-code")));
            } else if (child instanceof SoftLineBreak) {
                flow.getChildren().add(text(" ", styles));
            } else if (child instanceof HardLineBreak) {
                flow.getChildren().add(text("\n", styles));
            } else if (child instanceof Link link) {
                link(link, flow, styles);
            } else if (child instanceof StrongEmphasis) {
                addText(child, flow, with(styles, Styles.TEXT_BOLD));
            } else if (child instanceof Emphasis) {
                addText(child, flow, with(styles, Styles.TEXT_ITALIC));
            } else {
                addText(child, flow, styles);
            }
        }
    }

    /** Pages of the manual open here; of an address elsewhere the program, which works offline, only says where it is. */
    private void link(Link link, TextFlow flow, List<String> styles) {
        String target = link.getDestination();
        TextFlow label = new TextFlow();
        addText(link, label, styles);
        if (target.endsWith(".md")) {
            StringBuilder title = new StringBuilder();
            label.getChildren().forEach(node -> title.append(((Text) node).getText()));
            Hyperlink hyperlink = new Hyperlink(title.toString());
            hyperlink.setOnAction(event -> links.accept(target));
            flow.getChildren().add(hyperlink);
        } else {
            flow.getChildren().addAll(List.copyOf(label.getChildren()));
            flow.getChildren().add(text(" (" + target + ")", styles));
        }
    }

    private static Text text(String words, List<String> styles) {
        Text text = new Text(words);
        text.getStyleClass().addAll(styles);
        return text;
    }

    private static List<String> with(List<String> styles, String another) {
        List<String> all = new ArrayList<>(styles);
        all.add(another);
        return all;
    }
}
