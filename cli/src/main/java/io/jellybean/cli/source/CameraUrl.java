package io.jellybean.cli.source;

import io.jellybean.cli.CommandFailedException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The address of a camera.
 *
 * @param value begins with {@code rtsp://} or {@code rtsps://} and may hold a password
 */
record CameraUrl(String value) {

    CameraUrl {
        URI uri = uri(value);
        boolean rtsp = "rtsp".equals(uri.getScheme()) || "rtsps".equals(uri.getScheme());
        if (!rtsp || uri.getHost() == null) {
            throw wrong();
        }
    }

    String host() {
        return uri(value).getHost();
    }

    /** The address without user and password, for screens and logs. */
    String shown() {
        URI uri = uri(value);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return "%s://%s%s%s".formatted(uri.getScheme(), uri.getHost(), port, uri.getRawPath());
    }

    private static URI uri(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException notAnAddress) {
            throw wrong();
        }
    }

    private static CommandFailedException wrong() {
        return new CommandFailedException( // without the value: it may hold a password
                "--rtsp must be an address such as rtsp://host:554/stream or gate=rtsp://host/stream, but is not. Maybe percent-encode special characters of the password.");
    }
}
