package io.jellybean.planner.replan;

/**
 * How far a source is.
 *
 * @param arrived requests that the topic has ever been given: the rate is their growth, not what is consumed
 * @param backlog requests that the job has not taken yet
 */
public record SourcePosition(long arrived, long backlog) {}
