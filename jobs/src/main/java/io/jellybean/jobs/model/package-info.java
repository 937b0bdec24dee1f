/**
 * The ONNX models that travel in the job jar. It knows nothing of Flink, so that measuring opens models as the job does.
 */
@NullMarked
package io.jellybean.jobs.model;

import org.jspecify.annotations.NullMarked;
