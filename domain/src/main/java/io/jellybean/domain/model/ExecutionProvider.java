package io.jellybean.domain.model;

/** The part of the model runtime that does the arithmetic of a worker. */
public enum ExecutionProvider {
    /** The worker's cores. */
    CPU,
    /** A GPU of NVIDIA's; wants the GPU build of the model runtime. */
    CUDA
}
