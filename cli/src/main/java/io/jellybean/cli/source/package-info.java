/**
 * Where frames come from: a simulated street, a folder of images, a video file, a camera. It knows nothing of Kafka, and nothing of
 * when frames are wanted.
 */
@NullMarked
package io.jellybean.cli.source;

import org.jspecify.annotations.NullMarked;
