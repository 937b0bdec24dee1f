package io.jellybean.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class StreetTest {

    private static final StreetSettings SETTINGS = StreetSettings.defaults().withSeed(4711);
    private final Street street = Street.generate(SETTINGS);

    @Test
    void theSameSeedGivesTheSamePixelsInAnyOrder() {
        Street again = Street.generate(SETTINGS);
        CameraFrame late = again.camera(2).frame(100);
        CameraFrame early = again.camera(0).frame(7);

        assertThat(street.camera(0).frame(7).jpeg()).isEqualTo(early.jpeg());
        assertThat(street.camera(2).frame(100).jpeg()).isEqualTo(late.jpeg());
        assertThat(street.camera(2).frame(100).truth()).isEqualTo(late.truth());
    }

    @Test
    void anotherSeedGivesAnotherStreet() {
        Street other = Street.generate(SETTINGS.withSeed(4712));

        assertThat(other.camera(0).frame(7).jpeg())
                .isNotEqualTo(street.camera(0).frame(7).jpeg());
    }

    @Test
    void framesAreJpegsOfTheSizeAskedFor() throws IOException {
        Street small = Street.generate(SETTINGS.withFrameSize(320, 180));

        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(small.camera(1).frame(3).jpeg()));

        assertThat(image.getWidth()).isEqualTo(320);
        assertThat(image.getHeight()).isEqualTo(180);
    }

    @Test
    void theTruthLiesWithinTheFrameAndLargeEnoughToBeSeen() {
        assertThat(frames().flatMap(frame -> frame.truth().stream()))
                .hasSizeGreaterThan(50)
                .allSatisfy(box -> {
                    assertThat(box.left()).isGreaterThanOrEqualTo(0);
                    assertThat(box.top()).isGreaterThanOrEqualTo(0);
                    assertThat(box.left() + box.width()).isLessThanOrEqualTo(SETTINGS.width());
                    assertThat(box.top() + box.height()).isLessThanOrEqualTo(SETTINGS.height());
                    assertThat(box.width()).isGreaterThanOrEqualTo(VehicleBox.LEAST_WIDTH);
                    assertThat(box.height()).isGreaterThanOrEqualTo(VehicleBox.LEAST_HEIGHT);
                    assertThat(box.visibleFraction()).isBetween(VehicleBox.LEAST_VISIBLE_FRACTION, 1.0);
                });
    }

    @Test
    void aVehicleStandsOnceInAFrame() {
        assertThat(frames())
                .allSatisfy(frame -> assertThat(frame.truth())
                        .extracting(VehicleBox::vehicleId)
                        .doesNotHaveDuplicates());
    }

    /** So that it can be known again. */
    @Test
    void vehiclesPassSeveralCamerasAndStayWhatTheyAre() {
        Map<Long, VehicleType> typeById = new HashMap<>();
        Map<Long, Set<String>> camerasById = new HashMap<>();
        frames().forEach(frame -> frame.truth().forEach(box -> {
            assertThat(typeById.computeIfAbsent(box.vehicleId(), id -> box.type()))
                    .isEqualTo(box.type());
            camerasById.computeIfAbsent(box.vehicleId(), id -> new HashSet<>()).add(frame.cameraId());
        }));

        assertThat(camerasById.values()).anyMatch(cameras -> cameras.size() == SETTINGS.cameras());
    }

    @Test
    void someVehiclesLeaveTheStreetAndOthersComeIntoIt() {
        List<PlacedVehicle> turning = turning(SETTINGS);

        assertThat(turning).anyMatch(vehicle -> vehicle.headingY() > 0.5);
        assertThat(turning).anyMatch(vehicle -> vehicle.headingY() < -0.5);
    }

    @Test
    void whoHasTurnedOffIsNotSeenByLaterCameras() {
        StreetSettings settings = SETTINGS.withCameras(6);
        Traffic traffic = new Traffic(settings);
        int turned = 0;
        for (int camera = 0; camera < settings.cameras(); camera++) {
            CameraSite site = CameraSite.of(settings, camera);
            Direction direction = site.nearDirection() == Direction.EAST ? Direction.WEST : Direction.EAST;
            Set<Long> off = ids(traffic, site, vehicle -> vehicle.headingY() > 0.9);
            turned += off.size();
            for (int later = 0; later < settings.cameras(); later++) {
                if (direction.camerasBefore(later, settings.cameras())
                        > direction.camerasBefore(camera, settings.cameras())) {
                    Set<Long> seenLater = ids(traffic, CameraSite.of(settings, later), vehicle -> true);
                    assertThat(off).noneMatch(seenLater::contains);
                }
            }
        }
        assertThat(turned).isPositive();
    }

    /** So that it takes more than type and paint to know a vehicle again. */
    @Test
    void someVehiclesDifferInTheirMarksOnly() {
        List<Vehicle> vehicles = LongStream.range(1000, 1200)
                .mapToObj(id -> Vehicle.of(SETTINGS.seed(), id))
                .toList();

        long alike = vehicles.stream()
                .filter(one -> vehicles.stream().anyMatch(other -> one.id() != other.id() && one.rgb() == other.rgb()))
                .count();

        assertThat(alike).isBetween(50L, 110L);
        assertThat(vehicles).extracting(Vehicle::marks).doesNotHaveDuplicates();
    }

    private static List<PlacedVehicle> turning(StreetSettings settings) {
        Traffic traffic = new Traffic(settings);
        return IntStream.range(0, settings.cameras())
                .mapToObj(camera -> CameraSite.of(settings, camera))
                .flatMap(site -> IntStream.range(0, 200).boxed().flatMap(second -> traffic.at(site, second).stream()))
                .filter(vehicle -> vehicle.headingY() != 0.0)
                .toList();
    }

    /** Of ten minutes. */
    private static Set<Long> ids(Traffic traffic, CameraSite site, Predicate<PlacedVehicle> kind) {
        return IntStream.range(0, 1200)
                .boxed()
                .flatMap(half -> traffic.at(site, half / 2.0).stream())
                .filter(kind)
                .map(placed -> placed.vehicle().id())
                .collect(Collectors.toSet());
    }

    /** The box is where the picture changes when the vehicle is there, within what the lens blurs. */
    @Test
    void vehiclesAreWhereTheTruthSays() throws IOException {
        Street empty = Street.generate(SETTINGS.withVehiclesPerMinute(0));
        CameraFrame frame = frames().filter(candidate -> candidate.truth().size() == 1)
                .filter(candidate -> candidate.truth().get(0).visibleFraction() > 0.95)
                .findFirst()
                .orElseThrow();
        VehicleBox box = frame.truth().get(0);
        BufferedImage with = ImageIO.read(new ByteArrayInputStream(frame.jpeg()));
        int camera = frame.cameraId().charAt(4) - '1';
        BufferedImage without = ImageIO.read(new ByteArrayInputStream(
                empty.camera(camera).frame(frame.frameNumber()).jpeg()));

        double inside = meanDifference(with, without, box, 0);
        double around = meanDifference(with, without, box, 25);

        assertThat(inside).isGreaterThan(2 * around);
    }

    @Test
    void namesTheSettingThatIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.withCameras(0))
                .withMessageContainingAll("cameras", "0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.withFramesPerSecond(Double.NaN))
                .withMessageContaining("framesPerSecond");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.withVehiclesPerMinute(121))
                .withMessageContainingAll("vehiclesPerMinute", "121");
        assertThatIllegalArgumentException().isThrownBy(() -> street.camera(3)).withMessageContaining("camera");
    }

    /** A minute of all cameras, two seconds apart. */
    private Stream<CameraFrame> frames() {
        return IntStream.range(0, SETTINGS.cameras())
                .boxed()
                .flatMap(camera -> LongStream.range(0, 30)
                        .mapToObj(i -> street.camera(camera).frame(30 * i)));
    }

    /** Of the pixels of a box, or, with a margin, of those around it. */
    private static double meanDifference(BufferedImage one, BufferedImage other, VehicleBox box, int margin) {
        double sum = 0;
        int count = 0;
        for (int y = (int) Math.max(0, box.top() - margin);
                y < Math.min(one.getHeight(), box.top() + box.height() + margin);
                y++) {
            for (int x = (int) Math.max(0, box.left() - margin);
                    x < Math.min(one.getWidth(), box.left() + box.width() + margin);
                    x++) {
                boolean within = x >= box.left()
                        && x < box.left() + box.width()
                        && y >= box.top()
                        && y < box.top() + box.height();
                if (margin == 0 || !within) {
                    sum += Math.abs((one.getRGB(x, y) >> 8 & 0xFF) - (other.getRGB(x, y) >> 8 & 0xFF));
                    count++;
                }
            }
        }
        return sum / count;
    }
}
