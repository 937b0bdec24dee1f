package io.jellybean.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who drives where, as a pure function of seed and time.
 *
 * <p>Each direction sends vehicles in blocks: {@value #SLOTS} slots of {@value #HEADWAY_SECONDS} s in each of {@value #LANES} lanes. A
 * cell of a block holds a vehicle or none. Between two cameras the vehicles of a block change places, drawn for each camera anew: so
 * lanes, order and travel times vary, and yet no two vehicles ever meet. Where a camera has a {@link SideStreet}, some vehicles of
 * its far direction leave the street there, and some of the empty cells fill.
 */
final class Traffic {
    /** Lanes of each direction. */
    static final int LANES = 2;

    /** A full street: every cell holds a vehicle. */
    static final double MOST_VEHICLES_PER_MINUTE = 120.0;

    private static final int SLOTS = 3;
    private static final int CELLS = SLOTS * LANES;
    private static final double HEADWAY_SECONDS = 2.0;
    private static final double BLOCK_SECONDS = SLOTS * HEADWAY_SECONDS;
    private static final double JITTER_SECONDS = 0.12;
    private static final double SWAY_METRES = 0.8;

    /** Vehicles are in sight for less than this before and after they pass a camera. */
    private static final double SIGHT_SECONDS = 8.5;

    /** Keeps ids positive for vehicles that entered the street before its time 0. */
    private static final long FIRST_BLOCK = -1000;

    private static final double TURNING_SHARE = 0.35;

    private final StreetSettings settings;
    private final List<CameraSite> sites;

    /** What a cell of a block does before a camera. */
    private enum Passage {
        EMPTY,
        STRAIGHT,
        TURNS_OFF,
        TURNS_IN,
        GONE
    }

    Traffic(StreetSettings settings) {
        this.settings = settings;
        this.sites = IntStream.range(0, settings.cameras())
                .mapToObj(camera -> CameraSite.of(settings, camera))
                .toList();
    }

    /** The vehicles before a camera at a time in seconds, in painting order: far lanes first, in each lane the farthest first. */
    List<PlacedVehicle> at(CameraSite site, double seconds) {
        List<PlacedVehicle> placed = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            double localSeconds = seconds - travelSeconds(direction, site.camera());
            long first = (long) Math.floor((localSeconds - SIGHT_SECONDS) / BLOCK_SECONDS) - 1;
            long last = (long) Math.floor((localSeconds + SIGHT_SECONDS) / BLOCK_SECONDS) + 1;
            for (long block = first; block <= last; block++) {
                addBlock(placed, site, direction, block, localSeconds);
            }
        }
        placed.sort(Comparator.comparingDouble((PlacedVehicle vehicle) -> -vehicle.y())
                .thenComparingDouble(vehicle -> -Math.abs(vehicle.x())));
        return placed;
    }

    private void addBlock(
            List<PlacedVehicle> placed, CameraSite site, Direction direction, long block, double localSeconds) {
        int[] places = places(direction, block, site.camera());
        for (int cell = 0; cell < CELLS; cell++) {
            long id = ((block - FIRST_BLOCK) * CELLS + cell) * 2 + direction.key();
            Passage passage = passage(direction, block, cell, id, site.camera());
            if (passage == Passage.EMPTY || passage == Passage.GONE) {
                continue;
            }
            int lane = places[cell] % LANES;
            int slot = places[cell] / LANES;
            Draws draws = Draws.of(settings.seed(), "passage", id, site.camera());
            double passing =
                    block * BLOCK_SECONDS + slot * HEADWAY_SECONDS + draws.between(-JITTER_SECONDS, JITTER_SECONDS);
            double since = localSeconds - passing;
            double sway = SWAY_METRES * StrictMath.sin(0.7 * since + draws.between(0.0, 6.28));
            double driven = speed(site, direction, lane) * since + sway;
            if (Math.abs(driven) < site.portal() + 8.0) {
                double y = site.laneCentre(direction, lane) + draws.between(-0.25, 0.25);
                placed.add(place(Vehicle.of(settings.seed(), id), site, direction, passage, driven, y));
            }
        }
    }

    private static PlacedVehicle place(
            Vehicle vehicle, CameraSite site, Direction direction, Passage passage, double driven, double laneY) {
        SideStreet sideStreet = site.sideStreet();
        if (sideStreet != null && passage == Passage.TURNS_OFF) {
            return sideStreet.turningOff(vehicle, driven, laneY);
        }
        if (sideStreet != null && passage == Passage.TURNS_IN) {
            return sideStreet.turningIn(vehicle, driven, laneY);
        }
        int sign = direction == site.nearDirection() ? 1 : -1;
        return new PlacedVehicle(vehicle, sign * driven, laneY, sign, 0.0);
    }

    private Passage passage(Direction direction, long block, int cell, long id, int camera) {
        boolean fromTheStart = isOccupied("occupied", id);
        Passage passage = fromTheStart ? Passage.STRAIGHT : Passage.EMPTY;
        int before = direction.camerasBefore(camera, settings.cameras());
        for (int passed = 0; passed <= before; passed++) {
            int at = direction.camerasBefore(passed, settings.cameras()); // its own inverse
            passage = next(passage, mayTurn(direction, block, cell, id, at), id);
        }
        return passage;
    }

    private Passage next(Passage passage, boolean mayTurn, long id) {
        return switch (passage) {
            case EMPTY -> mayTurn && isOccupied("comes", id) ? Passage.TURNS_IN : Passage.EMPTY;
            case STRAIGHT, TURNS_IN -> mayTurn ? Passage.TURNS_OFF : Passage.STRAIGHT;
            case TURNS_OFF, GONE -> Passage.GONE;
        };
    }

    private boolean isOccupied(String purpose, long id) {
        return Draws.of(settings.seed(), purpose, id).chance(settings.vehiclesPerMinute() / MOST_VEHICLES_PER_MINUTE);
    }

    private boolean mayTurn(Direction direction, long block, int cell, long id, int camera) {
        CameraSite site = sites.get(camera);
        return site.sideStreet() != null
                && direction != site.nearDirection()
                && places(direction, block, camera)[cell] % LANES == 0
                && Draws.of(settings.seed(), "turn", id, camera).chance(TURNING_SHARE);
    }

    /** The place (slot * LANES + lane) of each cell's vehicle before a camera: a permutation. */
    private int[] places(Direction direction, long block, int camera) {
        Draws draws = Draws.of(settings.seed(), "places", direction.key(), block, camera);
        int[] places = new int[CELLS];
        for (int i = 0; i < CELLS; i++) {
            int j = draws.below(i + 1);
            places[i] = places[j];
            places[j] = i;
        }
        return places;
    }

    /** Metres per second; the inner lane is the faster one. At the least of them a headway is longer than the longest vehicle. */
    private double speed(CameraSite site, Direction direction, int lane) {
        Draws draws = Draws.of(settings.seed(), "speed", site.camera(), direction.key(), lane);
        return lane == 0 ? draws.between(9.0, 11.0) : draws.between(11.0, 14.0);
    }

    /** From the direction's first camera to this one. */
    private double travelSeconds(Direction direction, int camera) {
        double seconds = 0.0;
        for (int before = 0; before < direction.camerasBefore(camera, settings.cameras()); before++) {
            seconds +=
                    Draws.of(settings.seed(), "travel", direction.key(), before).between(13.0, 16.0);
        }
        return seconds;
    }
}
