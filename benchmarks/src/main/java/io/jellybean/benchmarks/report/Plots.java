package io.jellybean.benchmarks.report;

import java.awt.Color;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.BoxChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;

/** Plots that look alike. */
public final class Plots {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 460;

    private Plots() {}

    /** Lines over a number. */
    public static XYChart lines(String title, String x, String y) {
        return plain(new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build());
    }

    /** How values are spread: box from the lower to the upper quartile, a line at the median, whiskers. */
    public static BoxChart boxes(String title, String y) {
        BoxChart chart = new BoxChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(y)
                .build();
        chart.getStyler().setXAxisLabelRotation(12);
        return plain(chart);
    }

    private static <C extends Chart<? extends Styler, ?>> C plain(C chart) {
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setLegendPosition(Styler.LegendPosition.InsideNW);
        return chart;
    }
}
