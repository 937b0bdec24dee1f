package io.jellybean.cli.watch;

import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.result.AssociatedTrack;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Draws tracks into the frames that they were found in, as both come from Kafka, and hands the pictures on. */
final class AnnotatedFrames {

    private static final long MOST_BYTES = 256_000_000;

    /** A camera's name becomes part of a file's. */
    private static final Pattern CAMERA = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String framesTopic;
    private final ResultTopics topics;
    private final PictureSink sink;
    private final FrameJoin join = new FrameJoin(MOST_BYTES);
    private final VehicleIds vehicleIds = new VehicleIds();
    private long drawn;

    AnnotatedFrames(String framesTopic, ResultTopics topics, PictureSink sink) {
        this.framesTopic = framesTopic;
        this.topics = topics;
        this.sink = sink;
    }

    /** How many have been handed on. */
    long drawn() {
        return drawn;
    }

    /** How many frames had to be given up because their tracks did not come. */
    long givenUp() {
        return join.evicted();
    }

    /** Whether no more should be taken of this topic for now. */
    boolean hasEnoughOf(String topic) {
        return topic.equals(framesTopic) ? join.waitsForTracks() : isTracks(topic) && join.waitsForFrames();
    }

    /**
     * Takes a record; what cannot be read is passed over.
     *
     * @throws IOException if a picture cannot be written
     */
    void take(ConsumerRecord<byte[], byte[]> record) throws IOException {
        Optional<FrameJoin.Joined> joined = Optional.empty();
        try {
            if (record.topic().equals(framesTopic)) {
                String camera = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
                joined = record.value() != null && CAMERA.matcher(camera).matches()
                        ? join.frame(camera, record.timestamp(), record.value())
                        : Optional.empty();
            } else if (isTracks(record.topic())) {
                joined = join.tracked(ResultJson.TRACKED_FRAME.decode(record.value()));
            } else {
                vehicleIds.add(ResultJson.ASSOCIATED_TRACK.decode(record.value()));
            }
        } catch (UncheckedIOException notOfThisKind) {
            return;
        }
        if (joined.isPresent()) {
            draw(joined.get());
        }
    }

    private boolean isTracks(String topic) {
        return topics.of(ResultKind.TRACKS).filter(topic::equals).isPresent();
    }

    private void draw(FrameJoin.Joined joined) throws IOException {
        String camera = joined.tracked().camera();
        Map<Long, Long> ids = vehicleIds.of(camera);
        BufferedImage picture = AnnotatedFrame.of(joined.jpeg(), joined.tracked(), ids, List.of());
        sink.take(camera, joined.tracked().capturedAtMillis(), picture);
        drawn++;
    }

    /** Which vehicle each track is of: the last thousand tracks of each camera. */
    private static final class VehicleIds {

        private final Map<String, RecentMap<Long, Long>> idByTrackByCamera = new RecentMap<>(1_000);

        void add(AssociatedTrack track) {
            idByTrackByCamera
                    .computeIfAbsent(track.camera(), unseen -> new RecentMap<>(1_000))
                    .put(track.trackId(), track.vehicleId());
        }

        Map<Long, Long> of(String camera) {
            RecentMap<Long, Long> known = idByTrackByCamera.get(camera);
            return known == null ? Map.of() : known;
        }
    }
}
