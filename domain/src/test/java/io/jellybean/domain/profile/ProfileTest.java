package io.jellybean.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.workflow.Channel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Channel DETECT_TO_TRACK = new Channel("detect", "track");
    private static final MessageSize OF_SMALL = new MessageSize(DETECT_TO_TRACK, "small", 900);
    private static final MessageSize OF_LARGE = new MessageSize(DETECT_TO_TRACK, "large", 1_100);
    private static final MessageSize OF_ALL = new MessageSize(DETECT_TO_TRACK, null, 1_000);

    @Test
    void aNewerMessageSizeOfOneVariantLeavesThoseOfOthers() {
        MessageSize newer = new MessageSize(DETECT_TO_TRACK, "large", 1_200);

        assertThat(sizes(OF_SMALL, OF_LARGE).updatedBy(sizes(newer)).messageSizes())
                .containsExactly(OF_SMALL, newer);
        assertThat(sizes(OF_ALL).updatedBy(sizes(newer)).messageSizes()).containsExactly(OF_ALL, newer);
    }

    /** Else those of single variants, which are more exact and older, would still be taken. */
    @Test
    void aNewerMessageSizeOfAllVariantsTakesThePlaceOfEach() {
        MessageSize another = new MessageSize(new Channel("cameras", "detect"), null, 48_000);

        assertThat(sizes(another, OF_SMALL, OF_LARGE).updatedBy(sizes(OF_ALL)).messageSizes())
                .containsExactly(another, OF_ALL);
    }

    private static Profile sizes(MessageSize... sizes) {
        return new Profile(List.of(), List.of(sizes), List.of(), new AccuracyTable(List.of(), List.of()));
    }
}
