package io.jellybean.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParetoPlotTest {

    private final ParetoPlot plot = new ParetoPlot(
            "detect",
            "AP50",
            List.of(
                    new ParetoPlot.Variant("l", 3, 0.95),
                    new ParetoPlot.Variant("slower-than-l", 4, 0.95),
                    new ParetoPlot.Variant("s", 1, 0.8),
                    new ParetoPlot.Variant("worse-than-s", 1.5, 0.7),
                    new ParetoPlot.Variant("m", 2, 0.9)));

    @Test
    void theFrontHasWhatNoOtherBeatsInBoth() {
        assertThat(plot.front()).extracting(ParetoPlot.Variant::name).containsExactly("s", "m", "l");
    }

    @Test
    void labelsLeaveOutWhatAllNamesBeginWith() {
        assertThat(plot.prefix()).isEmpty();
        assertThat(of("vehicle-detector-m", "vehicle-detector-m-int8", "vehicle-detector-s")
                        .prefix())
                .isEqualTo("vehicle-detector-");
        assertThat(of("yolo", "yolo-small").prefix()).isEmpty();
    }

    private static ParetoPlot of(String... names) {
        return new ParetoPlot(
                "detect",
                "AP50",
                Stream.of(names)
                        .map(name -> new ParetoPlot.Variant(name, 1, 0.5))
                        .toList());
    }

    @Test
    void isSavedAsDrawingAndAsPicture(@TempDir Path folder) throws IOException {
        plot.save(folder);

        assertThat(folder.resolve("detect.svg")).isNotEmptyFile();
        assertThat(folder.resolve("detect.png")).isNotEmptyFile();
    }
}
