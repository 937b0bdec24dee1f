package io.jellybean.cli.deploy;

import java.util.UUID;

/** Flink's ids of jobs and requests: 32 hexadecimal digits. */
final class JobIds {

    private JobIds() {}

    /** One that nobody has. */
    static String next() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
