package io.jellybean.planner.solver;

import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.plan.Flow;
import io.jellybean.domain.plan.OperatorFlow;
import io.jellybean.domain.plan.SourceFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits flows between sites into flows between worker groups, in proportion to the groups' loads at each site. */
record FlowAssembly(Instance instance, Solution solution) {

    List<Flow> flows() {
        List<Flow> flows = new ArrayList<>();
        solution.flows().forEach((key, share) -> {
            double perSecond = share * key.channel().requestsPerSecond();
            Map<GroupId, Double> givers = sharesAt(key.channel().from(), key.from());
            Map<GroupId, Double> takers = sharesAt(key.channel().to(), key.to());
            takers.forEach((toGroup, taken) -> {
                if (key.channel().fromSource()) {
                    String tier = instance.problem().tierName(key.from().tier());
                    flows.add(new SourceFlow(
                            key.channel().from(), tier, key.channel().to(), toGroup, perSecond * taken));
                } else {
                    givers.forEach((fromGroup, given) -> flows.add(new OperatorFlow(
                            key.channel().from(), fromGroup, key.channel().to(), toGroup, perSecond * given * taken)));
                }
            });
        });
        return flows;
    }

    /** How an operator's load at a site divides over the groups there; adds up to 1. */
    private Map<GroupId, Double> sharesAt(String operator, Site site) {
        Map<GroupId, Double> shares = new TreeMap<>();
        solution.loads().forEach((option, share) -> {
            if (option.operator().equals(operator)
                    && instance.site(option.kind()).equals(site)) {
                shares.merge(option.kind().group(), share, Double::sum);
            }
        });
        double total = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        shares.replaceAll((group, share) -> share / total);
        return shares;
    }
}
