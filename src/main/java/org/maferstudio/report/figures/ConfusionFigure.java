package org.maferstudio.report.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.maferstudio.report.figures.MatrixPainter.Tiling;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Normalisation;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Confusion matrices, one per panel. Rows are true classes; darker cells have larger values.
 *
 * @param panels at least one
 * @param normalisation of the cells
 */
public record ConfusionFigure(List<Panel> panels, Normalisation normalisation) implements CellFigure {
    /**
     * One matrix.
     *
     * @param title above it; may be empty
     */
    public record Panel(String title, ConfusionMatrix matrix) {}

    /**
     * A cell of a panel, or the label of a row or column.
     *
     * @param panel from 0
     * @param trueClass the row; {@link #ALL} for the label of a column
     * @param predicted the column; {@link #ALL} for the label of a row
     */
    public record Cell(int panel, int trueClass, int predicted) {}

    /** Every row, or every column. */
    public static final int ALL = -1;

    public ConfusionFigure {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("a figure of confusion matrices needs at least one");
        }
    }

    /** One matrix without a title. */
    public static ConfusionFigure of(ConfusionMatrix matrix, Normalisation normalisation) {
        return new ConfusionFigure(List.of(new Panel("", matrix)), normalisation);
    }

    @Override
    public Size size() {
        int columns = panels.size() <= 3 ? panels.size() : (int) Math.ceil(Math.sqrt(panels.size()));
        int rows = (panels.size() + columns - 1) / columns;
        double cells = Math.max(200, Math.min(700, 38.0 * panels.get(0).matrix().size()));
        boolean titled = panels.stream().anyMatch(panel -> !panel.title().isEmpty());
        return new Size(columns * (cells + 130), rows * (cells + (titled ? 70 : 60)));
    }

    @Override
    public int panelCount() {
        return panels.size();
    }

    @Override
    public int classes(int panel) {
        return panels.get(panel).matrix().size();
    }

    @Override
    public Optional<Cell> cellAt(double x, double y, Size painted, FigureStyle style) {
        for (int panel = 0; panel < panels.size(); panel++) {
            Optional<Cell> cell = layout(panel, painted, style).cellAt(panel, x, y, style);
            if (cell.isPresent()) {
                return cell;
            }
        }
        return Optional.empty();
    }

    @Override
    public Rectangle2D bounds(Cell cell, Size painted, FigureStyle style) {
        return layout(cell.panel(), painted, style).bounds(cell);
    }

    /** The layout of a panel. */
    MatrixLayout layout(int panel, Size painted, FigureStyle style) {
        int columns = columns(painted);
        int rows = (panels.size() + columns - 1) / columns;
        double width = painted.width() / columns;
        double height = painted.height() / rows;
        int column = panel % columns;
        int row = panel / columns;
        Rectangle2D frame = new Rectangle2D.Double(column * width, row * height, width, height);
        return MatrixLayout.in(frame, panels.get(panel), style);
    }

    /** Arranges the panels in the number of columns that makes them largest. */
    private int columns(Size painted) {
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= panels.size(); columns++) {
            int rows = (panels.size() + columns - 1) / columns;
            double side = Math.min(painted.width() / columns, painted.height() / rows);
            if (side > largest) {
                largest = side;
                best = columns;
            }
        }
        return best;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        MatrixPainter matrixPainter = new MatrixPainter(painter, style);
        // One colour scale for all panels, so that equal colours mean equal values.
        double most = normalisation == Normalisation.COUNTS
                ? panels.stream()
                        .mapToDouble(panel -> largest(panel.matrix()))
                        .max()
                        .orElse(0)
                : 1;
        for (int panel = 0; panel < panels.size(); panel++) {
            ConfusionMatrix matrix = panels.get(panel).matrix();
            MatrixLayout layout = layout(panel, new Size(width, height), style);
            matrixPainter.labels(titled(panel, layout, style), layout, normalisation);
            String widest = normalisation == Normalisation.COUNTS ? Numbers.count((long) largest(matrix)) : "0.000";
            matrixPainter.cells(
                    Tiling.ROUNDED,
                    layout.cells(),
                    matrix.size(),
                    widest,
                    style.colours().scale(),
                    (trueClass, predicted) -> {
                        double value = matrix.value(normalisation, trueClass, predicted);
                        return new MatrixPainter.CellContent(most == 0 ? 0 : value / most, number(value), !(value > 0));
                    });
        }
    }

    private Panel titled(int panel, MatrixLayout layout, FigureStyle style) {
        List<String> titles = LegendNames.fitting(
                panels.stream().map(Panel::title).toList(),
                style.boldFont(1),
                layout.frame().getWidth() - style.fontSize());
        return new Panel(titles.get(panel), panels.get(panel).matrix());
    }

    private String number(double value) {
        if (normalisation == Normalisation.COUNTS) {
            return Numbers.count(Math.round(value));
        }
        return value == 0 ? "0" : Numbers.share(value);
    }

    private static double largest(ConfusionMatrix matrix) {
        return IntStream.range(0, matrix.size())
                .boxed()
                .flatMapToLong(truth -> IntStream.range(0, matrix.size()).mapToLong(p -> matrix.count(truth, p)))
                .max()
                .orElse(0);
    }

    @Override
    public String description() {
        String samples = Numbers.count(panels.get(0).matrix().total());
        return switch (normalisation) {
            case COUNTS -> Texts.of("report.confusion.description.counts", samples);
            case ROWS -> Texts.of("report.confusion.description.rows", samples);
            case COLUMNS -> Texts.of("report.confusion.description.columns", samples);
        };
    }

    @Override
    public Optional<Table> table() {
        return table(matrix -> matrix.labels().names(), (matrix, truth) -> cells(matrix, normalisation, truth));
    }

    /** Counts, the number of samples of each true class, and the displayed shares, if any. */
    @Override
    public Optional<Table> data() {
        boolean shares = normalisation != Normalisation.COUNTS;
        return table(
                matrix -> {
                    List<String> header = new ArrayList<>(matrix.labels().names());
                    header.add("n");
                    if (shares) {
                        matrix.labels().names().forEach(name -> header.add("share_" + name));
                    }
                    return header;
                },
                (matrix, truth) -> {
                    List<String> row = new ArrayList<>(cells(matrix, Normalisation.COUNTS, truth));
                    row.add(Long.toString(matrix.rowTotal(truth)));
                    if (shares) {
                        row.addAll(cells(matrix, normalisation, truth));
                    }
                    return row;
                });
    }

    private Optional<Table> table(
            Function<ConfusionMatrix, List<String>> columns, BiFunction<ConfusionMatrix, Integer, List<String>> cells) {
        boolean several = panels.size() > 1;
        ConfusionMatrix first = panels.get(0).matrix();
        List<String> header = new ArrayList<>();
        if (several) {
            header.add("experiment");
        }
        header.add("truth");
        header.addAll(columns.apply(first));
        List<List<String>> rows = new ArrayList<>();
        for (Panel panel : panels) {
            if (!panel.matrix().labels().equals(first.labels())) {
                return Optional.empty();
            }
            for (int trueClass = 0; trueClass < first.size(); trueClass++) {
                List<String> row = new ArrayList<>();
                if (several) {
                    row.add(panel.title());
                }
                row.add(first.labels().name(trueClass));
                row.addAll(cells.apply(panel.matrix(), trueClass));
                rows.add(row);
            }
        }
        return Optional.of(new Table(header, rows));
    }

    private static List<String> cells(ConfusionMatrix matrix, Normalisation normalisation, int trueClass) {
        List<String> row = new ArrayList<>();
        for (int predicted = 0; predicted < matrix.size(); predicted++) {
            double value = matrix.value(normalisation, trueClass, predicted);
            row.add(
                    normalisation == Normalisation.COUNTS
                            ? Long.toString(matrix.count(trueClass, predicted))
                            : Double.isNaN(value) ? "" : Numbers.share(value));
        }
        return row;
    }
}
