package io.jellybean.cli.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class FreePortsTest {

    @Test
    void holdsAPortUntilItIsReleased() {
        try (HeldPort held = FreePorts.any()) {
            assertThatThrownBy(() -> FreePorts.fixedOrAny(held.number(), "Kafka"))
                    .isInstanceOf(PortTakenException.class);

            int port = held.release();

            try (HeldPort again = FreePorts.fixedOrAny(port, "Kafka")) {
                assertThat(again.number()).isEqualTo(port);
            }
        }
    }

    @Test
    void neverHandsOutTheSamePortTwice() {
        try (HeldPort one = FreePorts.any();
                HeldPort other = FreePorts.any()) {
            assertThat(one.number()).isNotEqualTo(other.number());
        }
    }

    @Test
    void namesTheTakenPortItsPurposeAndTheFix() {
        try (HeldPort held = FreePorts.any()) {
            assertThatThrownBy(() -> FreePorts.fixedOrAny(held.number(), "Kafka"))
                    .hasMessageContainingAll("Kafka", String.valueOf(held.number()), "Maybe stop what listens there");
        }
    }

    @Test
    void refusesAPortThatDoesNotExist() {
        assertThatThrownBy(() -> FreePorts.fixedOrAny(70_000, "Kafka"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("Kafka", "70000");
    }
}
