package io.jellybean.cli.street;

import io.jellybean.cli.CommandFailedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of a frame as a person writes it: {@code 640x360}.
 *
 * @param width pixels
 * @param height pixels
 */
public record FrameSize(int width, int height) {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    /**
     * The size that this value of the option {@code --size} means.
     *
     * @throws CommandFailedException if it is none, or not from 160x90 to 3840x2160
     */
    public static FrameSize parse(String size) {
        Matcher widthAndHeight = SIZE.matcher(size);
        if (!widthAndHeight.matches()) {
            throw new CommandFailedException(
                    "--size must be a width and a height such as 640x360, but was \"%s\"".formatted(size));
        }
        int width = Integer.parseInt(widthAndHeight.group(1));
        int height = Integer.parseInt(widthAndHeight.group(2));
        CommandFailedException.requireRange("The width of --size", width, 160, 3840);
        CommandFailedException.requireRange("The height of --size", height, 90, 2160);
        return new FrameSize(width, height);
    }
}
