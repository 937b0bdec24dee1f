package io.jellybean.planner.solver;

/**
 * One way to serve an operator.
 *
 * @param batch requests that are served together
 * @param ms of the whole batch
 * @param busySlots slots kept busy if all of the operator's requests are served this way
 */
record Option(String operator, WorkerKind kind, int batch, double ms, double busySlots) {}
