package io.jellybean.domain.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jellybean.domain.io.InfrastructureFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DerivedTiersTest {

    private static final Path EXAMPLES = Path.of("../examples/planning-problems");

    @Test
    void thePublishedWorkersStandInThePublishedTiers() throws IOException {
        Infrastructure derived = InfrastructureFile.read(EXAMPLES.resolve("published-infrastructure.yaml"));

        JsonNode partition = new ObjectMapper()
                .readTree(EXAMPLES.resolve("jellybean-vqa-medium-original/workers_partition.json")
                        .toFile());
        assertThat(derived.tiers()).hasSize(partition.size());
        for (int tier = 0; tier < partition.size(); tier++) {
            List<String> published = new ArrayList<>();
            partition.get(tier).forEach(worker -> published.add(worker.asText().replace("workflow-compute-", "")));
            String name = derived.tiers().get(tier);
            assertThat(derived.groups().stream()
                            .filter(group -> group.tier().equals(name))
                            .map(WorkerGroup::type))
                    .containsExactlyInAnyOrderElementsOf(published);
        }
        assertThat(derived.link("tier-1", "tier-2").orElseThrow().usdPerGb()).isEqualTo(0.1);
        assertThat(derived.link("tier-2", "tier-1").orElseThrow().usdPerGb()).isEqualTo(1.0);
    }

    @Test
    void whatIsDerivedIsReadBackAsItIs() {
        Infrastructure derived = InfrastructureFile.read(EXAMPLES.resolve("published-infrastructure.yaml"));

        assertThat(InfrastructureFile.parse("written.json", InfrastructureFile.text(derived)))
                .isEqualTo(derived);
    }

    @Test
    void workersOfOneTypeInATierBecomeOneGroup() {
        Infrastructure derived = new DerivedTiers(
                        workers("a", "b", "c"), List.of(link("a", "c", 1), link("b", "c", 1)), "a")
                .infrastructure("corner", List.of());

        assertThat(derived.groups()).extracting(WorkerGroup::count).containsExactly(2, 1);
    }

    @Test
    void contradictoryPricesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DerivedTiers(workers("a", "b", "c"), List.of(link("a", "c", 1), link("b", "c", 2)), "a"))
                .withMessageContainingAll("a -> c", "b -> c", "differ");
    }

    @Test
    void aMissingLinkIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DerivedTiers(
                        workers("a", "b", "c", "d"),
                        List.of(link("a", "c", 1), link("a", "d", 1), link("b", "c", 1), link("d", "b", 1)),
                        "a"))
                .withMessageContaining("b -> d");
    }

    @Test
    void nearnessThatDoesNotHoldAllRoundIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DerivedTiers(workers("a", "b", "c"), List.of(link("b", "c", 1)), "a"))
                .withMessageContainingAll("b and c are both near a");
    }

    @Test
    void unknownWorkersAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DerivedTiers(workers("a"), List.of(link("a", "x", 1)), "y"))
                .withMessageContainingAll("x", "y");
    }

    private static Map<String, WorkerGroup> workers(String... names) {
        Map<String, WorkerGroup> workers = new TreeMap<>();
        for (String name : names) {
            workers.put(name, new WorkerGroup(name, "box", 1, 0.1, 1, 1_000_000_000));
        }
        return workers;
    }

    private static WorkerLink link(String from, String to, double usdPerGb) {
        return new WorkerLink(from, to, usdPerGb, null, null);
    }
}
