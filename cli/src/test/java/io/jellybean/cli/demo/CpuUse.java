package io.jellybean.cli.demo;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a container has taken of the CPU, as its control group counts it.
 *
 * @param throttled in how many periods it wanted more than its limit
 */
record CpuUse(double seconds, long throttled) {

    /** Of version 2 all in one file; of version 1 the time, in nanoseconds, in another. */
    private static final String READ =
            "cat /sys/fs/cgroup/cpu.stat 2>/dev/null || cat /sys/fs/cgroup/cpu/cpu.stat /sys/fs/cgroup/cpuacct/cpuacct.usage";

    private static final Pattern MICROS = Pattern.compile("^usage_usec (\\d+)$", Pattern.MULTILINE);
    private static final Pattern NANOS = Pattern.compile("^(\\d+)$", Pattern.MULTILINE);
    private static final Pattern THROTTLED = Pattern.compile("^nr_throttled (\\d+)$", Pattern.MULTILINE);

    static CpuUse of(ContainerStreet street, String service) throws IOException, InterruptedException {
        String text = street.inside(service, "bash", "-c", READ);
        double seconds = MICROS.matcher(text).find() ? number(MICROS, text) / 1e6 : number(NANOS, text) / 1e9;
        return new CpuUse(seconds, number(THROTTLED, text));
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return Long.parseLong(found.group(1));
    }
}
