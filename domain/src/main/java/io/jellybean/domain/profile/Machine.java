package io.jellybean.domain.profile;

/**
 * A machine that something was measured on.
 *
 * @param cpu the name of its processor
 * @param cores that the system offers
 * @param os name, version and architecture
 * @param java version of the virtual machine
 * @param onnxRuntime version of ONNX Runtime
 */
public record Machine(String cpu, int cores, String os, String java, String onnxRuntime) {}
