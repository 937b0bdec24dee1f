package io.jellybean.planner.replan;

/** Where every decision is written down. */
public interface DecisionLog {

    /** A decision, before anything is done about it. */
    void decided(Decision decision);

    /** What came of a decision to move: at once, and again when the new plan has settled. */
    void cameOfIt(DecisionOutcome outcome);
}
