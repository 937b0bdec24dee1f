/**
 * Running networks with ONNX Runtime, the only package that knows it. Its types stay within; others see the port of
 * {@code operators.inference}.
 */
@NullMarked
package io.jellybean.operators.onnx;

import org.jspecify.annotations.NullMarked;
