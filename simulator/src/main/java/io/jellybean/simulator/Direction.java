package io.jellybean.simulator;

/** Which way a vehicle drives through the street: east passes the cameras in the order of their numbers, west in the opposite one. */
enum Direction {
    EAST(0),
    WEST(1);

    private final int key;

    Direction(int key) {
        this.key = key;
    }

    /** Tells the directions apart where random numbers are drawn. */
    int key() {
        return key;
    }

    /** How many cameras a vehicle passes before this one. */
    int camerasBefore(int camera, int cameras) {
        return this == EAST ? camera : cameras - 1 - camera;
    }
}
