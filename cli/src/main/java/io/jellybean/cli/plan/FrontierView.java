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

    /** Accuracy goes in steps: what is wanted up to a plan's accuracy costs what the plan costs. */
    private XYChart chart() {
        List<Double> values = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (Point point : points) {
            Plan plan = point.answer().plan();
            if (plan != null) {
                values.add(point.value());
                costs.add(plan.cost().total());
            }
        }
        boolean isRate = what.equals("rate");
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(problem + ": what " + (isRate ? "the rate" : "accuracy") + " costs")
                .xAxisTitle(isRate ? "times the rates that are asked for" : "accuracy")
                .yAxisTitle("US$ per hour")
                .build();
        chart.getStyler()
                .setLegendVisible(false)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false);
        chart.getStyler().setYAxisMin(0.0);
        if (!values.isEmpty()) {
            XYSeries series = chart.addSeries("cost", values, costs);
            series.setLineColor(LINE);
            series.setMarkerColor(LINE);
            series.setXYSeriesRenderStyle(
                    isRate ? XYSeries.XYSeriesRenderStyle.Line : XYSeries.XYSeriesRenderStyle.Step);
        }
        return chart;
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
