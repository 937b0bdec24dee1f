package io.jellybean.cli.cluster.flink;

/**
 * What one slot of a TaskManager offers.
 *
 * @param taskHeapBytes whole MiB
 * @param taskOffHeapBytes whole MiB; ONNX sessions live here
 * @param managedBytes whole MiB; 0, because state lives on the heap
 */
public record SlotResources(double cpuCores, long taskHeapBytes, long taskOffHeapBytes, long managedBytes) {}
