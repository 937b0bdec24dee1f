package io.jellybean.cli.replan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog backlog = new Backlog();

    @Test
    void beginsWithWhatTheSourceSays() {
        assertThat(backlog.after(1_000, 40, 7)).isEqualTo(7);
    }

    /** The source of a job that is stuck fetches nothing, and goes on saying what it said. */
    @Test
    void growsWhenLessIsTakenThanArrives() {
        backlog.after(1_000, 40, 7);

        assertThat(backlog.after(1_060, 50, 7)).isEqualTo(57);
        assertThat(backlog.after(1_120, 60, 7)).isEqualTo(107);
    }

    @Test
    void shrinksWhenMoreIsTaken() {
        backlog.after(1_000, 40, 100);

        assertThat(backlog.after(1_030, 140, 100)).isEqualTo(30);
    }

    @Test
    void beginsAnewAfterARestart() {
        backlog.after(1_000, 400, 7);

        assertThat(backlog.after(1_030, 5, 60)).isEqualTo(60);
        assertThat(backlog.after(1_060, 25, 60)).isEqualTo(70);
    }

    @Test
    void isNeverLessThanNothing() {
        backlog.after(1_000, 40, 0);

        assertThat(backlog.after(1_000, 45, 0)).isZero();
    }
}
