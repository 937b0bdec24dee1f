package io.jellybean.operators.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** The expected figures are those of {@code cv2.resize(image, (width, height), interpolation=cv2.INTER_LINEAR)}. */
class BilinearResizeTest {

    private static final int WIDTH = 7;
    private static final int HEIGHT = 5;

    private static final int[] SHRUNK_TO_4_X_3 = {
        17, 22, 3, 82, 31, 16, 147, 40, 30, 212, 48, 43, 36, 124, 17, 101, 133, 98, 165, 141, 178, 230, 150, 99, 54,
        225, 31, 119, 213, 158, 184, 72, 81, 142, 81, 112
    };

    private static final int[] ENLARGED_TO_9_X_6 = {
        0, 0, 0, 25, 3, 0, 53, 7, 0, 82, 11, 0, 111, 15, 0, 140, 19, 0, 168, 23, 0, 197, 26, 0, 222, 30, 0, 8, 46, 0,
        33, 49, 11, 62, 53, 25, 90, 57, 38, 119, 61, 52, 148, 64, 65, 177, 68, 79, 206, 72, 92, 230, 76, 104, 17, 96, 0,
        42, 100, 24, 71, 104, 53, 100, 108, 81, 128, 111, 109, 157, 115, 137, 186, 119, 166, 215, 123, 144, 239, 126,
        69, 26, 147, 0, 51, 151, 37, 80, 154, 80, 109, 158, 123, 137, 162, 167, 166, 166, 127, 195, 170, 147, 224, 174,
        140, 248, 177, 77, 36, 198, 0, 60, 201, 50, 89, 205, 108, 118, 195, 152, 147, 149, 160, 175, 153, 69, 204, 157,
        85, 212, 161, 121, 194, 164, 129, 44, 244, 0, 68, 247, 61, 97, 251, 133, 126, 198, 147, 155, 3, 20, 184, 7, 91,
        212, 11, 163, 156, 14, 149, 10, 18, 40
    };

    @Test
    void shrinksAsOpenCvDoes() {
        assertThat(resized(4, 3)).containsExactly(SHRUNK_TO_4_X_3);
    }

    @Test
    void enlargesAsOpenCvDoes() {
        assertThat(resized(9, 6)).containsExactly(ENLARGED_TO_9_X_6);
    }

    private static int[] resized(int width, int height) {
        ByteBuffer target = ByteBuffer.allocate(3 * width * height);
        BilinearResize resize = new BilinearResize(WIDTH, HEIGHT, width, height);
        resize.resize(pattern(), target, 0, 3 * width);
        resize.resize(pattern(), target, 0, 3 * width); // what it remembers of rows must not reach the next picture
        int[] values = new int[target.capacity()];
        for (int i = 0; i < values.length; i++) {
            values[i] = target.get(i) & 0xFF;
        }
        return values;
    }

    /** Channels (37x + 11y, 5x + 61y, 23xy), each modulo 256. */
    private static byte[] pattern() {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int at = 3 * (y * WIDTH + x);
                rgb[at] = (byte) (37 * x + 11 * y);
                rgb[at + 1] = (byte) (5 * x + 61 * y);
                rgb[at + 2] = (byte) (23 * x * y);
            }
        }
        return rgb;
    }
}
