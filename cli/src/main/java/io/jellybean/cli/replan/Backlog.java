package io.jellybean.cli.replan;

/**
 * What waits in a source's topic: what arrived less what was taken. What the source itself says waits is as old as its last fetch, and a
 * job that is stuck fetches nothing; so it counts only for what was there at the beginning. Not thread-safe.
 */
final class Backlog {

    private boolean counting;
    private long arrivedMoreThanTaken;
    private long takenBefore;

    /**
     * What waits now.
     *
     * @param arrived records that the topic has ever been given
     * @param taken records that the source has taken since it started; fewer than before after a restart
     * @param pending what the source says
     */
    long after(long arrived, long taken, long pending) {
        if (!counting || taken < takenBefore) {
            counting = true;
            arrivedMoreThanTaken = arrived - taken - pending;
        }
        takenBefore = taken;
        return Math.max(0, arrived - taken - arrivedMoreThanTaken);
    }
}
