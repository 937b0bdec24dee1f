package io.jellybean.jobs.stage;

import java.util.regex.Pattern;

/** By what a frame and a question about it find each other; a camera's name follows the same rule. */
final class RequestKey {

    /** What the rule says, for people. */
    static final String RULE = "1 to 64 of A-Z a-z 0-9 . _ -";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestKey() {}

    static boolean isUsable(String key) {
        return KEY.matcher(key).matches();
    }
}
