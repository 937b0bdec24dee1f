package io.jellybean.cli.score;

import io.jellybean.domain.io.InputFile;
import io.jellybean.domain.io.Mistake;
import io.jellybean.operators.scoring.IdentifiedBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a file in the MOTChallenge text format. Reads once. */
final class MotFile {

    /** Beyond, matching identities takes minutes. */
    private static final int MOST_IDS = 5_000;

    /** Beyond, matching the boxes of a frame takes too long. */
    private static final int MOST_BOXES_IN_A_FRAME = 1_000;

    /** Further mistakes of a file are counted, not listed. */
    private static final int MOST_MISTAKES = 50;

    private final Path path;
    private final boolean isTruth;
    private final Map<Long, List<IdentifiedBox>> boxesByFrame = new HashMap<>();
    private final Map<FrameAndId, Integer> lineByFrameAndId = new HashMap<>();
    private final Set<Long> ids = new HashSet<>();
    private final List<Mistake> found = new ArrayList<>();

    private record FrameAndId(long frame, long id) {}

    private MotFile(Path path, boolean isTruth) {
        this.path = path;
        this.isTruth = isTruth;
    }

    /**
     * The true boxes of each frame that has some. Those of confidence 0 are left out: so the format marks what is not to be
     * scored.
     *
     * @param mistakes to which those of the file are added; if there are any, the boxes mean nothing
     * @throws io.jellybean.domain.io.BadInputException if there is no such file, or it is no text, or too large
     */
    static Map<Long, List<IdentifiedBox>> truth(Path path, List<Mistake> mistakes) {
        return new MotFile(path, true).read(mistakes);
    }

    /** The boxes that a tracker reported in each frame that has some; else as {@link #truth}. */
    static Map<Long, List<IdentifiedBox>> tracks(Path path, List<Mistake> mistakes) {
        return new MotFile(path, false).read(mistakes);
    }

    private Map<Long, List<IdentifiedBox>> read(List<Mistake> mistakes) {
        List<String> lines = InputFile.text(path).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                take(lines.get(i), i + 1);
            }
        }
        if (isTruth && boxesByFrame.isEmpty() && found.isEmpty()) {
            found.add(mistake(1, "", "holds no true box, so no rate is defined. Maybe name another file."));
        }
        mistakes.addAll(found.subList(0, Math.min(found.size(), MOST_MISTAKES)));
        if (found.size() > MOST_MISTAKES) {
            int more = found.size() - MOST_MISTAKES;
            mistakes.add(
                    mistake(found.get(MOST_MISTAKES).line(), "", "has %d mistakes more from here on".formatted(more)));
        }
        return boxesByFrame;
    }

    private void take(String line, int number) {
        int before = found.size();
        MotRow row = MotRow.parse(path.toString(), number, line, found);
        if (found.size() > before || (isTruth && row.confidence() == 0)) {
            return;
        }
        List<IdentifiedBox> boxes = boxesByFrame.computeIfAbsent(row.frame(), frame -> new ArrayList<>());
        Optional<Mistake> mistake = mistakeOf(row, number, boxes);
        mistake.ifPresentOrElse(found::add, () -> boxes.add(new IdentifiedBox(row.id(), row.box())));
    }

    private Optional<Mistake> mistakeOf(MotRow row, int number, List<IdentifiedBox> boxes) {
        Integer first = lineByFrameAndId.putIfAbsent(new FrameAndId(row.frame(), row.id()), number);
        if (first != null) {
            String twice = "must stand once in a frame, but %d stands in frame %d on line %d already";
            return Optional.of(mistake(number, "id", twice.formatted(row.id(), row.frame(), first)));
        }
        ids.add(row.id());
        if (ids.size() > MOST_IDS) {
            return Optional.of(tooMany(number, "id", MOST_IDS, "ids of a file"));
        }
        return boxes.size() < MOST_BOXES_IN_A_FRAME
                ? Optional.empty()
                : Optional.of(tooMany(number, "frame", MOST_BOXES_IN_A_FRAME, "boxes of a frame"));
    }

    private Mistake tooMany(int number, String field, int most, String what) {
        return mistake(
                number, field, "at most %d %s are scored. Maybe score a part of the sequence.".formatted(most, what));
    }

    private Mistake mistake(int number, String field, String message) {
        return new Mistake(path.toString(), number, field, message);
    }
}
