package io.jellybean.operators.inference;

import io.jellybean.domain.model.ImageModel;
import java.nio.ByteBuffer;

/**
 * A network that is fed with images, ready to run. An instance serves one thread at a time; instances of the same network
 * share what is large. Close it when no more images come.
 */
public interface ImageInference extends AutoCloseable {

    /** What runs here. */
    ImageModel manifest();

    /**
     * Runs the network.
     *
     * @param images direct buffer, {@code uint8 [batch, height, width, 3]}, RGB, 0..255, of the manifest's size; read
     *     from index 0 whatever its position is
     * @param batch the number of images, 1 or more
     * @return the output, valid until the next call of run or close
     * @throws IllegalArgumentException if the buffer is not direct or too short, or the network has a fixed other batch
     * @throws InferenceException if the network fails
     * @throws UnusableModelException if the shape of its output turns out not to be the manifest's
     */
    InferenceOutput run(ByteBuffer images, int batch);

    /** Releases the network; closing twice does nothing. */
    @Override
    void close();
}
