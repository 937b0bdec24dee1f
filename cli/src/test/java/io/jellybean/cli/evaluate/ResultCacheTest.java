package io.jellybean.cli.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultCacheTest {

    private static final List<String> WORKERS = List.of("small");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void computesWhatIsNotThereAndFindsItInTheNextRun() {
        ResultCache first = new ResultCache(folder);
        assertThat(get(first, "a", "result")).isEqualTo("result");
        assertThat(get(first, "a", "another")).isEqualTo("result");
        assertThat(first.computed()).isEqualTo(1);

        ResultCache second = new ResultCache(folder);

        assertThat(get(second, "a", "another")).isEqualTo("result");
        assertThat(second.computed()).isZero();
        assertThat(second.found()).isEqualTo(1);
    }

    @Test
    void takesNoResultOfAnotherKey() {
        ResultCache cache = new ResultCache(folder);
        get(cache, "a", "result of a");

        assertThat(get(cache, "b", "result of b")).isEqualTo("result of b");
    }

    @Test
    void goesOnAfterABreakWithWhatWasFinished() throws IOException {
        ResultCache broken = new ResultCache(folder);
        get(broken, "a", "result");
        assertThatIllegalStateException()
                .isThrownBy(() -> broken.get(WORKERS, List.of("b"), () -> {
                    throw new IllegalStateException("the lights went out");
                }));
        Files.writeString(folder.resolve("unfinished-1.tmp"), "half a res"); // as a killed run leaves it

        ResultCache next = new ResultCache(folder);

        assertThat(get(next, "a", "another")).isEqualTo("result");
        assertThat(get(next, "b", "now")).isEqualTo("now");
        assertThat(next.computed()).isEqualTo(1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".bin"))).hasSize(2);
        }
    }

    @Test
    void knowsWhatCombinationsSave() {
        ResultCache cache = new ResultCache(folder);
        get(cache, "a", "result");
        List<String> combination = List.of("small", "x");

        assertThat(cache.withoutSharingSeconds(List.of(combination, List.of("small", "y"), List.of("large", "x"))))
                .isEqualTo(2 * cache.onceSeconds());
    }

    private static String get(ResultCache cache, String key, String result) {
        return new String(cache.get(WORKERS, List.of(key), () -> result.getBytes(UTF_8)), UTF_8);
    }
}
