package io.jellybean.cli.plan;

import io.jellybean.cli.terminal.Table;
import io.jellybean.domain.plan.Plan;
import io.jellybean.planner.explain.Frontier.Point;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * One frontier as table, CSV and plot.
 *
 * @param what accuracy or rate; names the files
 */
record FrontierView(String problem, String what, List<Point> points) {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    private static final Color LINE = new Color(0x1f, 0x5f, 0xa8);

    String table() {
        return new Table<Point>()
                .number(what, point -> String.valueOf(point.value()))
                .number("$ per hour", point -> cost(point, "%.4f", "no plan"))
                .number("workers", point -> workers(point))
                .text("variants", FrontierView::variants)
                .of(points);
    }

    void save(Path folder) throws IOException {
        Files.writeString(folder.resolve(what + ".csv"), csv());
        XYChart chart = chart();
        BitmapEncoder.saveBitmap(chart, folder.resolve(what + ".png").toString(), BitmapEncoder.BitmapFormat.PNG);
        VectorGraphicsEncoder.saveVectorGraphic(
                chart, folder.resolve(what + ".svg").toString(), VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
    }

    private String csv() {
        return points.stream()
                .map(point -> "%s,%s,%s,\"%s\"\n"
                        .formatted(point.value(), cost(point, "%.9f", ""), workers(point), variants(point)))
                .collect(Collectors.joining("", what + ",usdPerHour,workers,variants\n", ""));
    }

    private XYChart chart() {
        boolean isRate = what.equals("rate");
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(problem + ": what " + (isRate ? "the rate" : "accuracy") + " costs")
                .xAxisTitle(isRate ? "times the rates that are asked for" : "accuracy that is asked for")
                .yAxisTitle("US$ per hour")
                .build();
        chart.getStyler()
                .setLegendVisible(false)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false);
        chart.getStyler().setYAxisMin(0.0);
        Curve curve = isRate ? Curve.through(points) : Curve.inSteps(points);
        if (!curve.values().isEmpty()) {
            XYSeries line = chart.addSeries("cost", curve.values(), curve.costs());
            line.setLineColor(LINE);
            line.setMarker(SeriesMarkers.NONE);
            Curve plans = Curve.through(points);
            XYSeries markers = chart.addSeries("plans", plans.values(), plans.costs());
            markers.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
            markers.setMarker(SeriesMarkers.CIRCLE);
            markers.setMarkerColor(LINE);
        }
        return chart;
    }

    /** What is drawn. */
    private record Curve(List<Double> values, List<Double> costs) {

        /** From plan to plan. */
        static Curve through(List<Point> points) {
            Curve curve = new Curve(new ArrayList<>(), new ArrayList<>());
            for (Point point : points) {
                Plan plan = point.answer().plan();
                if (plan != null) {
                    curve.values.add(point.value());
                    curve.costs.add(plan.cost().total());
                }
            }
            return curve;
        }

        /** An accuracy above that of one plan costs as much as the next one. */
        static Curve inSteps(List<Point> points) {
            Curve plans = through(points);
            Curve curve = new Curve(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < plans.values.size(); i++) {
                if (i > 0) {
                    curve.values.add(plans.values.get(i - 1));
                    curve.costs.add(plans.costs.get(i));
                }
                curve.values.add(plans.values.get(i));
                curve.costs.add(plans.costs.get(i));
            }
            return curve;
        }
    }

    private static String cost(Point point, String format, String none) {
        Plan plan = point.answer().plan();
        return plan == null
                ? none
                : String.format(Locale.ROOT, format, plan.cost().total());
    }

    private static String workers(Point point) {
        Plan plan = point.answer().plan();
        return plan == null ? "" : String.valueOf(plan.workers());
    }

    private static String variants(Point point) {
        Plan plan = point.answer().plan();
        return plan == null
                ? String.join("; ", point.answer().reasons())
                : plan.variantByOperator().entrySet().stream()
                        .filter(entry -> !entry.getValue().equals("default"))
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
