package io.jellybean.cli.watch;

import java.util.LinkedHashMap;
import java.util.Map;

/** Forgets what was put in first when there is too much. Not thread-safe. */
final class RecentMap<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;

    private final int most;

    RecentMap(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
