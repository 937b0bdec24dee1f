package io.jellybean.operators.association;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;

/** Windows of known pairs of cameras. */
final class WindowsByPair implements TravelTimes {

    private final Map<Pair, List<TravelWindow>> windowsByPair;
    private final double mostSeconds;

    private record Pair(String fromCameraId, String toCameraId) {}

    WindowsByPair(List<TravelWindow> windows) {
        windowsByPair = Map.copyOf(
                windows.stream().collect(groupingBy(window -> new Pair(window.fromCameraId(), window.toCameraId()))));
        mostSeconds =
                windows.stream().mapToDouble(TravelWindow::mostSeconds).max().orElse(0);
    }

    @Override
    public boolean allow(String fromCameraId, String toCameraId, double seconds) {
        return windowsByPair.getOrDefault(new Pair(fromCameraId, toCameraId), List.of()).stream()
                .anyMatch(window -> window.contains(seconds));
    }

    @Override
    public double mostSeconds() {
        return mostSeconds;
    }
}
