package io.jellybean.planner.replan;

import java.time.Duration;

/**
 * When a plan is changed.
 *
 * @param interval between two looks at the job
 * @param sustained for how long a rate must hold before it is believed
 * @param stabilisation for how long rates must have been low before less is paid for them
 * @param settling after a move there is no other one for so long
 * @param horizon a move must pay off in this time; workers that were too slow are not trusted again before it is over
 * @param movingCost what a move costs, as time of the price of the running plan
 */
public record ReplanSettings(
        Duration interval,
        Duration sustained,
        Duration stabilisation,
        Duration settling,
        Duration horizon,
        Duration movingCost) {

    /** How far above the planned cap a group may be used before the objective counts as about to break. */
    static final double OVER_THE_CAP = 1.25;

    /** What is measured counts as the profile says as long as it differs by less than this. */
    static final double AS_PROFILED = 0.25;

    /** A backlog that grows by more than this share of what arrives is not noise. */
    static final double GROWING = 0.05;

    /** Every 5 s; believed after 15 s; less is paid for after 5 min; 1 min to settle; pays off in an hour; costs 5 min. */
    public static ReplanSettings defaults() {
        return new ReplanSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofMinutes(5));
    }
}
