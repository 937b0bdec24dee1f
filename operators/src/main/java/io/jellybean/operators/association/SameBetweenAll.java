package io.jellybean.operators.association;

/** One window between all pairs of different cameras. */
record SameBetweenAll(TravelWindow window) implements TravelTimes {

    @Override
    public boolean allow(String fromCameraId, String toCameraId, double seconds) {
        return window.contains(seconds) && !fromCameraId.equals(toCameraId);
    }

    @Override
    public double mostSeconds() {
        return window.mostSeconds();
    }
}
