package io.jellybean.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestKeysTest {

    @Test
    void noTwoRunsGiveTheSameKey() {
        assertThat(new RequestKeys(1_800_000_000_000L).of("gate", 7)).isEqualTo("gate-mywpiww0-7");
        assertThat(new RequestKeys(1_800_000_000_001L).of("gate", 7)).isNotEqualTo("gate-mywpiww0-7");
    }

    @Test
    void aKeyIsNeverTooLong() {
        assertThat(new RequestKeys(1_800_000_000_000L).of("a".repeat(64), 1_000_000))
                .hasSize(64)
                .endsWith("-1000000");
    }
}
