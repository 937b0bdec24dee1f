package io.jellybean.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * Speaks sentences with espeak-ng, a program of the machine, which must be installed. The same utterance and the same release
 * of espeak-ng give the same samples. Thread-safe.
 */
final class SpeechSynthesizer {
    private static final int HEADER_BYTES = 44;

    private final String program;

    SpeechSynthesizer() {
        this("espeak-ng");
    }

    SpeechSynthesizer(String program) {
        this.program = program;
    }

    /**
     * Checks that all voices are installed, because espeak-ng would silently take another for one that is not.
     *
     * @throws SpeechUnavailableException if one is not
     */
    void require(Collection<Voice> voices) {
        List<String> accents = lines("--voices=en");
        List<String> speakers = lines("--voices=variant");
        for (Voice voice : voices) {
            if (accents.stream().noneMatch(line -> line.matches("\\s*\\d+\\s+" + voice.accent() + "\\s.*"))) {
                throw missing("accent", voice.accent(), "--voices=en");
            }
            if (speakers.stream().noneMatch(line -> line.contains("!v/" + voice.speaker() + " "))) {
                throw missing("speaker", voice.speaker(), "--voices=variant");
            }
        }
    }

    /** @throws SpeechUnavailableException if espeak-ng is missing or fails */
    Sound say(Utterance utterance) {
        byte[] wav = run(
                utterance.text(),
                List.of(
                        program,
                        "-v",
                        utterance.voice().label(),
                        "-s",
                        Integer.toString(utterance.wordsPerMinute()),
                        "-p",
                        Integer.toString(utterance.pitch()),
                        "-a",
                        Integer.toString(utterance.volume()),
                        "--stdin",
                        "--stdout"));
        ByteBuffer content = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        if (wav.length <= HEADER_BYTES || content.getInt(0) != 0x46464952 || content.getShort(22) != 1) {
            throw new SpeechUnavailableException(
                    "%s gave %d bytes, which are no sound, for \"%s\" in the voice %s. Maybe install it anew."
                            .formatted(
                                    program,
                                    wav.length,
                                    utterance.text(),
                                    utterance.voice().label()));
        }
        float[] samples = new float[(wav.length - HEADER_BYTES) / 2]; // the header's length is a guess of the program's
        for (int i = 0; i < samples.length; i++) {
            samples[i] = content.getShort(HEADER_BYTES + 2 * i) / 32768f;
        }
        return new Sound(samples, content.getInt(24));
    }

    private List<String> lines(String option) {
        return new String(run("", List.of(program, option)), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private byte[] run(String input, List<String> command) {
        try {
            Process process = new ProcessBuilder(command).start();
            try (OutputStream text = process.getOutputStream()) {
                text.write(input.getBytes(StandardCharsets.UTF_8));
            }
            byte[] output = process.getInputStream().readAllBytes();
            byte[] said = process.getErrorStream().readAllBytes();
            int status = process.waitFor();
            if (status != 0) {
                throw new SpeechUnavailableException("%s failed with status %d: %s. Maybe try it by hand: %s"
                        .formatted(
                                program,
                                status,
                                new String(said, StandardCharsets.UTF_8).strip(),
                                String.join(" ", command)));
            }
            return output;
        } catch (IOException e) {
            throw new SpeechUnavailableException(
                    "%s cannot be started: %s. Maybe install it: apt-get install espeak-ng"
                            .formatted(program, e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SpeechUnavailableException("%s was interrupted".formatted(program), e);
        }
    }

    private SpeechUnavailableException missing(String what, String name, String option) {
        return new SpeechUnavailableException("%s has no %s \"%s\". Maybe update it; %s %s lists what it has."
                .formatted(program, what, name, program, option));
    }
}
