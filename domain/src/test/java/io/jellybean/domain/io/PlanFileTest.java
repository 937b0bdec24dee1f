package io.jellybean.domain.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.plan.Plans;
import org.junit.jupiter.api.Test;

class PlanFileTest {

    @Test
    void readsBackThePlanItWrites() {
        Plan plan = Plans.detectOnEdgeAndCloud();

        assertThat(PlanFile.parse("plan.json", PlanFile.text(plan))).isEqualTo(plan);
    }

    @Test
    void readsBackTheDeployablePlanItWrites() {
        DeployablePlan plan = Plans.deployableDetectOnEdgeAndCloud();

        assertThat(PlanFile.parseDeployable("plan.json", PlanFile.text(plan))).isEqualTo(plan);
    }

    @Test
    void readsThePlanOutOfADeployableOne() {
        DeployablePlan plan = Plans.deployableDetectOnEdgeAndCloud();

        assertThat(PlanFile.parse("plan.json", PlanFile.text(plan))).isEqualTo(plan.plan());
    }

    @Test
    void refusesToDeployAPlanWithoutADeployment() {
        String text = PlanFile.text(Plans.detectOnEdgeAndCloud());

        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> PlanFile.parseDeployable("plan.json", text))
                .withMessageContaining("deployment");
    }

    @Test
    void refusesAPlanThatWasChangedByHand() {
        String text = PlanFile.text(Plans.detectOnEdgeAndCloud())
                .replace("\"fromWorker\" : \"edge-1\"", "\"fromWorker\" : \"cloud-1\"");

        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> PlanFile.parse("plan.json", text))
                .withMessageContaining("flows");
    }
}
