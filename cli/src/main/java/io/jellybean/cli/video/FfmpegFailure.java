package io.jellybean.cli.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.global.avutil;

/** JavaCV tells ffmpeg's errors by number, and names the address with its password; people want neither. */
final class FfmpegFailure {

    private static final Pattern NUMBER = Pattern.compile("error (-\\d{1,10})");
    private static final int TEXT_BYTES = 256;

    private FfmpegFailure() {}

    /** The same failure in ffmpeg's words, such as "Connection refused", if it has any, and in any case without an address. */
    static IOException explained(IOException failure) {
        Matcher number = NUMBER.matcher(String.valueOf(failure.getMessage()));
        if (!number.find()) {
            return new IOException("it cannot be read as a video", failure);
        }
        byte[] text = new byte[TEXT_BYTES];
        avutil.av_strerror(Integer.parseInt(number.group(1)), text, TEXT_BYTES);
        int length = 0;
        while (text[length] != 0) {
            length++;
        }
        return new IOException(new String(text, 0, length, StandardCharsets.UTF_8), failure);
    }
}
