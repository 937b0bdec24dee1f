package io.jellybean.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of one camera: what it sees of the street, in the metres of {@link Shape}. Beyond two underpasses, at {@code -portal} and
 * {@code portal} along the road, nothing is seen.
 *
 * @param camera its index, from 0
 * @param nearDirection of the two lanes on the camera's side of the road; they drive to the right of the image
 * @param curb distance from the camera to the road's near border
 * @param laneWidth of each of the four lanes
 * @param median width of the strip between the directions
 * @param portal distance to the underpass at either end
 * @param houseFront distance from the camera to the houses on the far side
 * @param sideStreet through these houses, if there is one
 * @param blurred whether the lens is a little out of focus
 */
record CameraSite(
        int camera,
        CameraOptics optics,
        Direction nearDirection,
        double curb,
        double laneWidth,
        double median,
        double portal,
        double houseFront,
        @Nullable SideStreet sideStreet,
        boolean blurred) {

    private record Between(double low, double high) {
        double draw(Draws draws) {
            return draws.between(low, high);
        }
    }

    /** The ranges of a camera's place (metres) and of its angles (degrees). */
    private record View(Between curb, Between height, Between yaw, Between fieldOfView) {}

    private static final View FROM_THE_SIDE =
            new View(new Between(9, 14), new Between(4.5, 7.0), new Between(0, 18), new Between(58, 68));
    private static final View ALONG_THE_ROAD =
            new View(new Between(7, 12), new Between(5.5, 9.0), new Between(34, 52), new Between(52, 64));
    private static final View FROM_ABOVE =
            new View(new Between(22, 36), new Between(9.0, 15.0), new Between(5, 30), new Between(52, 64));
    private static final List<View> VIEWS = List.of(FROM_THE_SIDE, ALONG_THE_ROAD, FROM_ABOVE);

    /** Draws the site of one camera; the views take turns, so that a street of three cameras has each of them. */
    static CameraSite of(StreetSettings settings, int camera) {
        int turn = Draws.of(settings.seed(), "views").below(VIEWS.size());
        View view = VIEWS.get((camera + turn) % VIEWS.size());
        Draws draws = Draws.of(settings.seed(), "site", camera);
        double curb = view.curb().draw(draws);
        double height = view.height().draw(draws);
        double yaw = StrictMath.toRadians(view.yaw().draw(draws)) * (draws.chance(0.5) ? 1 : -1);
        double fieldOfView = StrictMath.toRadians(view.fieldOfView().draw(draws));
        double aimMetres = (curb + draws.between(5.0, 9.0)) / StrictMath.cos(yaw);
        double pitch = StrictMath.atan((height - 1.0) / aimMetres);
        CameraOptics optics = new CameraOptics(settings.width(), settings.height(), height, yaw, pitch, fieldOfView);
        Direction nearDirection = draws.chance(0.5) ? Direction.EAST : Direction.WEST;
        double laneWidth = draws.between(3.1, 3.5);
        double median = draws.between(0.8, 2.2);
        double portal = draws.between(50.0, 62.0);
        boolean blurred = draws.chance(0.5);
        double front = farCurb(curb, laneWidth, median) + draws.between(6.0, 9.5);
        SideStreet sideStreet =
                draws.chance(0.6) ? new SideStreet(draws.between(-11.0, 11.0), draws.between(6.5, 8.0)) : null;
        return new CameraSite(
                camera, optics, nearDirection, curb, laneWidth, median, portal, front, sideStreet, blurred);
    }

    /** The middle of a lane, as a distance from the camera. Lane 0 is the outer, slower one of its direction. */
    double laneCentre(Direction direction, int lane) {
        if (direction == nearDirection) {
            return curb + (lane + 0.5) * laneWidth;
        }
        return curb + 2 * laneWidth + median + (Traffic.LANES - lane - 0.5) * laneWidth;
    }

    /** The road's far border, as a distance from the camera. */
    double farCurb() {
        return farCurb(curb, laneWidth, median);
    }

    private static double farCurb(double curb, double laneWidth, double median) {
        return curb + 2 * Traffic.LANES * laneWidth + median;
    }

    /** Whether something at this place along the road would stand before the side street. */
    boolean isBeforeSideStreet(double fromX, double toX) {
        return sideStreet != null
                && toX > sideStreet.x() - SideStreet.HALF_WIDTH - 1.0
                && fromX < sideStreet.x() + SideStreet.HALF_WIDTH + 1.0;
    }

    /** The side of the median that is nearer to the camera. */
    double medianStart() {
        return curb + 2 * laneWidth;
    }
}
