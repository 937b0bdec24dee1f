package io.jellybean.cli.feed;

import io.jellybean.cli.kafka.FrameSender;
import io.jellybean.cli.kafka.Topic;
import io.jellybean.cli.source.SourceFrame;
import io.jellybean.simulator.Question;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends frames to Kafka, and what is asked about them; writes down what is truly in them.
 *
 * @param requests whether every frame gets a request's key, and not only those that are asked about
 * @param keys of the requests
 * @param asker null if nothing is asked
 * @param truth null if nothing is written down
 */
record KafkaOutlet(
        FrameSender sender,
        boolean requests,
        RequestKeys keys,
        @Nullable QuestionAsker asker,
        @Nullable TruthFile truth)
        implements FrameOutlet {

    @Override
    public void take(String camera, long number, SourceFrame frame) throws IOException {
        if (frame.jpeg().length > Topic.LARGEST_FRAME_BYTES) {
            throw new IOException(
                    "a frame must have at most %,d bytes, but has %,d. Maybe lower --size or --jpeg-quality."
                            .formatted(Topic.LARGEST_FRAME_BYTES, frame.jpeg().length));
        }
        Optional<Question> question = asker == null ? Optional.empty() : asker.about(number, frame.truth());
        String request = requests || question.isPresent() ? keys.of(camera, number) : "";
        long capturedAtMillis =
                request.isEmpty() ? sender.send(camera, frame.jpeg()) : sender.send(camera, frame.jpeg(), request);
        if (asker != null && question.isPresent()) {
            sender.ask(asker.topic(), request, asker.asSent(question.get(), request), capturedAtMillis);
        }
        if (truth != null && frame.truth() != null) {
            truth.add(
                    camera,
                    capturedAtMillis,
                    request,
                    question.orElse(null),
                    frame.truth().frame());
        }
    }
}
