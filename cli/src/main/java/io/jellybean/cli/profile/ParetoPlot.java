package io.jellybean.cli.profile;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The variants of one operator, accuracy against service time, with the front of those that no other one beats in both.
 *
 * @param metric of the accuracies
 */
record ParetoPlot(String operator, String metric, List<Variant> variants) {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    private static final double LIFT = 0.03; // of a label over its point, as a share of the accuracies' range
    private static final double LEAST_LIFT = 0.0025;
    private static final Color FRONT = new Color(0x1f, 0x5f, 0xa8);
    private static final Color BEATEN = new Color(0x9a, 0x9a, 0x9a);

    ParetoPlot {
        variants = List.copyOf(variants);
    }

    /**
     * A variant.
     *
     * @param millis service time
     * @param accuracy more is better
     */
    record Variant(String name, double millis, double accuracy) {
        boolean beats(Variant other) {
            return millis <= other.millis
                    && accuracy >= other.accuracy
                    && (millis < other.millis || accuracy > other.accuracy);
        }
    }

    /** Those that no other one beats, the fastest first. */
    List<Variant> front() {
        return variants.stream()
                .filter(each -> variants.stream().noneMatch(other -> other.beats(each)))
                .sorted(Comparator.comparingDouble(Variant::millis))
                .toList();
    }

    /** Writes {@code <operator>.svg} and {@code <operator>.png}. */
    void save(Path folder) throws IOException {
        XYChart chart = chart();
        BitmapEncoder.saveBitmap(chart, folder.resolve(operator + ".png").toString(), BitmapEncoder.BitmapFormat.PNG);
        VectorGraphicsEncoder.saveVectorGraphic(
                chart, folder.resolve(operator + ".svg").toString(), VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
    }

    private XYChart chart() {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("%s: accuracy against service time, %s*".formatted(operator, prefix()))
                .xAxisTitle("service time, milliseconds per request")
                .yAxisTitle(metric)
                .build();
        chart.getStyler().setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false);
        chart.getStyler().setXAxisMin(0.0);
        List<Variant> front = front();
        List<Variant> beaten = new ArrayList<>(variants);
        beaten.removeAll(front);
        add(chart, "Pareto front", front, FRONT, true);
        if (!beaten.isEmpty()) {
            add(chart, "beaten by another", beaten, BEATEN, false);
        }
        double span = variants.stream().mapToDouble(Variant::accuracy).max().orElse(1)
                - variants.stream().mapToDouble(Variant::accuracy).min().orElse(0);
        double lift = Math.max(LEAST_LIFT, LIFT * span);
        front.forEach(each -> label(chart, each, lift));
        beaten.forEach(each -> label(chart, each, -lift)); // below, where the front is not
        return chart;
    }

    private void label(XYChart chart, Variant each, double lift) {
        String shortName = each.name().substring(prefix().length());
        chart.addAnnotation(new AnnotationText(shortName, each.millis(), each.accuracy() + lift, false));
    }

    /** What all names begin with, up to a hyphen: labels that are short lie apart. */
    String prefix() {
        String prefix = variants.isEmpty() ? "" : variants.get(0).name();
        for (Variant each : variants) {
            while (!each.name().startsWith(prefix)) {
                prefix = prefix.substring(0, prefix.length() - 1);
            }
        }
        return prefix.substring(0, prefix.lastIndexOf('-') + 1);
    }

    private static void add(XYChart chart, String name, List<Variant> points, Color colour, boolean joined) {
        XYSeries series = chart.addSeries(
                name,
                points.stream().map(Variant::millis).toList(),
                points.stream().map(Variant::accuracy).toList());
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(colour);
        series.setLineColor(colour);
        if (!joined) {
            series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        }
    }
}
