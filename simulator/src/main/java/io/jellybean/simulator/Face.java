package io.jellybean.simulator;

/** One flat face of a thing, ready to be painted. A lamp shines by itself and does not darken with the day. */
record Face(Shape shape, int rgb, boolean lamp) {}
