package io.jellybean.benchmarks.engine;

import io.jellybean.cli.kafka.FrameSender;
import io.jellybean.cli.speech.SpokenSentence;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetCamera;
import io.jellybean.simulator.StreetSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Frames of a street's cameras, and spoken questions about them. A few drawn seconds, forwards and backwards, are enough for any number of
 * frames, and those of three cameras for any number of cameras.
 */
final class Requests {

    private static final int SEED = 5_001;
    private static final int DRAWN = 60;

    /** More cameras than that share partitions. */
    private static final int MOST_PARTITIONS = 8;

    private final int cameras;
    private final List<List<byte[]>> pictures;
    private final List<SpokenSentence> questions;

    private Requests(int cameras, List<List<byte[]>> pictures, List<SpokenSentence> questions) {
        this.cameras = cameras;
        this.pictures = pictures;
        this.questions = questions;
    }

    /**
     * Draws those of a street.
     *
     * @param spoken the folder of the questions
     */
    static Requests draw(Path spoken) {
        List<List<byte[]>> pictures = new ArrayList<>();
        for (StreetCamera camera :
                Street.generate(StreetSettings.defaults().withSeed(SEED)).cameras()) {
            List<byte[]> drawn = new ArrayList<>();
            for (int number = 0; number < DRAWN; number++) {
                drawn.add(camera.frame(number).jpeg());
            }
            pictures.add(drawn);
        }
        return new Requests(pictures.size(), pictures, SpokenSentence.read(spoken));
    }

    /** The same, of more cameras. */
    Requests of(int more) {
        return new Requests(more, pictures, questions);
    }

    /** Of the topic of frames. */
    int partitions() {
        return Math.min(cameras, MOST_PARTITIONS);
    }

    /** Sends requests to the topics of what is served, each topic with the suffix. */
    Sending to(String kafka, Served what, String suffix) {
        List<String> topics =
                what.sourceTopics().stream().map(topic -> topic + suffix).toList();
        String frames = topics.get(topics.size() - 1);
        return new Sending(new FrameSender(kafka, frames), what.isAsked() ? topics.get(0) : "");
    }

    /** Sends one camera's after the other's. */
    final class Sending implements AutoCloseable {

        private final FrameSender sender;
        private final String questionsTopic;
        private int sent;

        private Sending(FrameSender sender, String questionsTopic) {
            this.sender = sender;
            this.questionsTopic = questionsTopic;
        }

        /** As fast as the broker takes them, until it has so many in all. */
        void upTo(long requests) {
            if (sent < requests) {
                while (sent < requests) {
                    next();
                }
                sender.flush();
            }
        }

        /** So many more, at a steady rate. */
        void paced(int requests, double perSecond) {
            int before = sent;
            paced(perSecond, () -> sent - before == requests);
        }

        /** More, at a steady rate, until there are enough. */
        void paced(double perSecond, BooleanSupplier enough) {
            long startNanos = System.nanoTime();
            for (int request = 0; !enough.getAsBoolean(); request++) {
                long due = startNanos + (long) (request / perSecond * 1e9);
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                next();
            }
            sender.flush();
        }

        /** So many it has sent. */
        int sent() {
            return sent;
        }

        private void next() {
            int number = sent % cameras;
            String camera = "camera-" + (number + 1);
            byte[] picture = picture(number % pictures.size(), sent / cameras);
            if (questionsTopic.isEmpty()) {
                sender.send(camera, picture);
            } else {
                String request = "request-" + sent;
                long atMillis = sender.send(camera, picture, request);
                byte[] wav = questions.get(sent % questions.size()).wav();
                sender.ask(questionsTopic, request, wav, atMillis);
            }
            sent++;
        }

        @Override
        public void close() {
            sender.close();
        }
    }

    /** The picture that a camera takes as its so manieth. */
    private byte[] picture(int camera, int number) {
        int back = number % (2 * DRAWN);
        return pictures.get(camera).get(Math.min(back, 2 * DRAWN - 1 - back));
    }
}
