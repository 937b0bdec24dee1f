package io.jellybean.planner.enumeration;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import io.jellybean.domain.objective.WorkerSharing;
import io.jellybean.domain.problem.LatencyLimit;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.domain.problem.ProblemChannel;
import io.jellybean.domain.problem.ProblemOperator;
import io.jellybean.domain.problem.RequestSource;
import io.jellybean.domain.problem.ServiceMillis;
import io.jellybean.domain.problem.TierLink;
import io.jellybean.planner.enumeration.Enumeration.Count;
import io.jellybean.planner.enumeration.Enumeration.Group;
import io.jellybean.planner.enumeration.Enumeration.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Loads and flows in requests per second, everything else fixed: a linear program. */
final class FixedProgram {

    private static final double GB_PER_HOUR = 3600.0 / 1024 / 1024;

    /** An operator on a group, by its name and place. */
    record Place(String node, Group group) {}

    private final PlanningProblem problem;
    private final Map<String, String> variants;
    private final Map<Count, Integer> workers;
    private final Map<String, Double> rates;
    private final Map<Place, ServiceMillis> service;
    private final Map<Place, Double> latestMs;

    private FixedProgram(
            PlanningProblem problem,
            Map<String, String> variants,
            Map<Count, Integer> workers,
            Map<String, Double> rates,
            Map<Place, ServiceMillis> service,
            Map<Place, Double> latestMs) {
        this.problem = problem;
        this.variants = variants;
        this.workers = workers;
        this.rates = rates;
        this.service = service;
        this.latestMs = latestMs;
    }

    /** One for every choice of rows (places and batch sizes) and of latest moments. */
    static List<FixedProgram> allOf(
            PlanningProblem problem, Map<String, String> variants, Map<Count, Integer> workers) {
        Map<String, Double> rates = rates(problem, variants);
        List<FixedProgram> programs = new ArrayList<>();
        for (Map<Place, ServiceMillis> service : services(problem, variants, workers)) {
            if (hasCapacity(problem, workers, rates, service)) {
                for (Map<Place, Double> latest : latestMoments(problem, variants, service)) {
                    programs.add(new FixedProgram(problem, variants, workers, rates, service, latest));
                }
            }
        }
        return programs;
    }

    /** The least cost of traffic; infinite if loads and flows cannot be had. */
    double linkUsdPerHour() {
        MPSolver solver = Enumeration.linearSolver();
        try {
            Map<Place, Map<Kind, MPVariable>> loads = loads(solver);
            stayWithinCapacity(solver, loads);
            fillBatches(solver, loads);
            stayWithinMaxSlots(solver, loads);
            flows(solver, loads);
            solver.objective().setMinimization();
            return solver.solve() == MPSolver.ResultStatus.OPTIMAL
                    ? Math.max(0, solver.objective().value())
                    : Double.POSITIVE_INFINITY;
        } finally {
            solver.delete();
        }
    }

    private static Map<String, Double> rates(PlanningProblem problem, Map<String, String> variants) {
        Map<String, Double> rates = new HashMap<>();
        problem.sources().forEach(source -> rates.put(source.id(), source.ratePerSecond()));
        for (ProblemOperator operator : problem.operators()) { // in their order
            double rate = Double.POSITIVE_INFINITY;
            for (ProblemChannel channel : into(problem, operator.id())) {
                rate = Math.min(
                        rate,
                        Objects.requireNonNull(rates.get(channel.from()))
                                * channel.ratio(variants.get(channel.from()), variant(variants, operator.id())));
            }
            rates.put(operator.id(), rate);
        }
        return rates;
    }

    /** Which row serves an operator on a group; a stateful one has a single group. */
    private static List<Map<Place, ServiceMillis>> services(
            PlanningProblem problem, Map<String, String> variants, Map<Count, Integer> workers) {
        List<Map<Place, ServiceMillis>> all = List.of(Map.of());
        for (ProblemOperator operator : problem.operators()) {
            Set<Group> groups = new LinkedHashSet<>();
            workers.forEach((count, number) -> {
                if (number > 0
                        && (count.operator().isEmpty() || count.operator().equals(operator.id()))) {
                    groups.add(count.kind().group());
                }
            });
            List<Map<Place, ServiceMillis>> ofOperator = List.of(Map.of());
            List<Map<Place, ServiceMillis>> single = new ArrayList<>();
            for (Group group : groups) {
                List<ServiceMillis> rows = problem.serviceTimes().stream()
                        .filter(row -> row.operator().equals(operator.id())
                                && row.variant().equals(variants.get(operator.id()))
                                && row.workerType().equals(group.type()))
                        .filter(row -> row.batch() == 1 || problem.policy().batchWaitMs() > 0)
                        .toList();
                List<Map<Place, ServiceMillis>> longer = new ArrayList<>();
                for (ServiceMillis row : rows) {
                    Place place = new Place(operator.id(), group);
                    ofOperator.forEach(begun -> longer.add(with(begun, place, row)));
                    single.add(Map.of(place, row));
                }
                ofOperator = longer.isEmpty() ? ofOperator : withOrWithout(ofOperator, longer, rows);
            }
            List<Map<Place, ServiceMillis>> choices = operator.stateful() ? single : ofOperator;
            List<Map<Place, ServiceMillis>> longer = new ArrayList<>();
            for (Map<Place, ServiceMillis> begun : all) {
                for (Map<Place, ServiceMillis> choice : choices) {
                    Map<Place, ServiceMillis> both = new LinkedHashMap<>(begun);
                    both.putAll(choice);
                    longer.add(both);
                }
            }
            all = longer;
        }
        return all;
    }

    /** A group with batches only may have to stay empty: batches must fill. */
    private static List<Map<Place, ServiceMillis>> withOrWithout(
            List<Map<Place, ServiceMillis>> without, List<Map<Place, ServiceMillis>> with, List<ServiceMillis> rows) {
        if (rows.stream().anyMatch(row -> row.batch() == 1)) {
            return with;
        }
        List<Map<Place, ServiceMillis>> both = new ArrayList<>(with);
        both.addAll(without);
        return both;
    }

    private static Map<Place, ServiceMillis> with(Map<Place, ServiceMillis> begun, Place place, ServiceMillis row) {
        Map<Place, ServiceMillis> longer = new LinkedHashMap<>(begun);
        longer.put(place, row);
        return longer;
    }

    /** Each operator by itself; saves linear programs that cannot be solved. */
    private static boolean hasCapacity(
            PlanningProblem problem,
            Map<Count, Integer> workers,
            Map<String, Double> rates,
            Map<Place, ServiceMillis> service) {
        return problem.operators().stream().allMatch(operator -> {
            double capacity = 0;
            for (Map.Entry<Count, Integer> entry : workers.entrySet()) {
                Kind kind = entry.getKey().kind();
                ServiceMillis row = service.get(new Place(operator.id(), kind.group()));
                boolean serves = entry.getKey().operator().isEmpty()
                        || entry.getKey().operator().equals(operator.id());
                if (row != null && serves) {
                    capacity += entry.getValue()
                            * kind.slots()
                            * problem.policy().maxUtilisation()
                            * 1000
                            * row.batch()
                            / row.ms();
                }
            }
            return capacity >= Objects.requireNonNull(rates.get(operator.id())) * (1 - 1e-9);
        });
    }

    /**
     * For each place the latest moment at which requests leave it, one of the lengths of paths that lead there; a flow is
     * possible if it arrives in time. Without limits there are no moments.
     */
    private static List<Map<Place, Double>> latestMoments(
            PlanningProblem problem, Map<String, String> variants, Map<Place, ServiceMillis> service) {
        if (problem.latencyLimits().isEmpty()) {
            return List.of(Map.of());
        }
        Map<Place, Set<Double>> lengths = new LinkedHashMap<>();
        for (ProblemOperator operator : problem.operators()) {
            for (Place place : placesOf(operator.id(), service)) {
                Set<Double> here = new TreeSet<>();
                for (ProblemChannel channel : into(problem, operator.id())) {
                    for (RequestSource source : problem.sources()) {
                        if (source.id().equals(channel.from())) {
                            double hop = hopMs(
                                    problem,
                                    variants,
                                    channel,
                                    source.tier(),
                                    place.group().tier());
                            here.add(hop + serviceMs(problem, service, place));
                        }
                    }
                    for (Place before : placesOf(channel.from(), service)) {
                        double hop = hopMs(
                                problem,
                                variants,
                                channel,
                                before.group().tier(),
                                place.group().tier());
                        for (double length : Objects.requireNonNull(lengths.get(before))) {
                            here.add(length + hop + serviceMs(problem, service, place));
                        }
                    }
                }
                here.removeIf(length -> length == Double.POSITIVE_INFINITY
                        || problem.latencyLimits().stream()
                                .filter(limit ->
                                        limit.sink() == null || operator.id().equals(limit.sink()))
                                .mapToDouble(LatencyLimit::maxLatencyMs)
                                .anyMatch(most -> length > most * (1 + 1e-9)));
                boolean isLast = problem.channels().stream()
                        .noneMatch(channel -> channel.from().equals(operator.id()));
                // Where nothing follows, the latest moment that is allowed allows most.
                lengths.put(place, isLast && !here.isEmpty() ? Set.of(((TreeSet<Double>) here).last()) : here);
            }
        }
        List<Map<Place, Double>> all = List.of(Map.of());
        for (Map.Entry<Place, Set<Double>> entry : lengths.entrySet()) {
            List<Map<Place, Double>> longer = new ArrayList<>();
            for (Map<Place, Double> begun : all) {
                if (entry.getValue().isEmpty()) {
                    Map<Place, Double> never = new HashMap<>(begun);
                    never.put(entry.getKey(), Double.NEGATIVE_INFINITY);
                    longer.add(never);
                }
                for (double length : entry.getValue()) {
                    Map<Place, Double> next = new HashMap<>(begun);
                    next.put(entry.getKey(), length);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    private Map<Place, Map<Kind, MPVariable>> loads(MPSolver solver) {
        Map<Place, Map<Kind, MPVariable>> loads = new LinkedHashMap<>();
        for (Place place : service.keySet()) {
            Map<Kind, MPVariable> byKind = new LinkedHashMap<>();
            workers.forEach((count, number) -> {
                boolean serves = count.operator().isEmpty() || count.operator().equals(place.node());
                if (number > 0 && serves && count.kind().group().equals(place.group())) {
                    byKind.put(count.kind(), solver.makeNumVar(0, MPSolver.infinity(), ""));
                }
            });
            loads.put(place, byKind);
        }
        for (ProblemOperator operator : problem.operators()) {
            double rate = rate(operator.id());
            MPConstraint served = solver.makeConstraint(rate, rate);
            placesOf(operator.id(), service)
                    .forEach(place -> all(loads, place).forEach(load -> served.setCoefficient(load, 1)));
        }
        return loads;
    }

    private void stayWithinCapacity(MPSolver solver, Map<Place, Map<Kind, MPVariable>> loads) {
        workers.forEach((count, number) -> {
            MPConstraint busy = solver.makeConstraint(
                    -MPSolver.infinity(),
                    number * count.kind().slots() * problem.policy().maxUtilisation());
            loads.forEach((place, byKind) -> {
                MPVariable load = byKind.get(count.kind());
                boolean serves = count.operator().isEmpty() || count.operator().equals(place.node());
                if (load != null && serves) {
                    busy.setCoefficient(load, secondsPerRequest(place));
                }
            });
        });
    }

    private void fillBatches(MPSolver solver, Map<Place, Map<Kind, MPVariable>> loads) {
        boolean shared = problem.policy().workerSharing() == WorkerSharing.SHARED;
        service.forEach((place, row) -> {
            if (row.batch() > 1) {
                double slots = workers.entrySet().stream()
                        .filter(entry -> entry.getKey().kind().group().equals(place.group())
                                && (shared || entry.getKey().operator().equals(place.node())))
                        .mapToDouble(entry ->
                                entry.getValue() * entry.getKey().kind().slots())
                        .sum();
                MPConstraint fills = solver.makeConstraint(
                        (row.batch() - 1) * 1000 * slots / problem.policy().batchWaitMs(), MPSolver.infinity());
                all(loads, place).forEach(load -> fills.setCoefficient(load, 1));
            }
        });
    }

    private void stayWithinMaxSlots(MPSolver solver, Map<Place, Map<Kind, MPVariable>> loads) {
        for (ProblemOperator operator : problem.operators()) {
            Integer maxSlots = operator.maxSlots();
            if (maxSlots != null) {
                MPConstraint busy = solver.makeConstraint(
                        -MPSolver.infinity(), maxSlots * problem.policy().maxUtilisation());
                for (Place place : placesOf(operator.id(), service)) {
                    all(loads, place).forEach(load -> busy.setCoefficient(load, secondsPerRequest(place)));
                }
            }
        }
    }

    private void flows(MPSolver solver, Map<Place, Map<Kind, MPVariable>> loads) {
        Map<TierLink, MPConstraint> widths = new HashMap<>();
        for (TierLink link : problem.links()) {
            Double mbps = link.mbps();
            if (mbps != null) {
                widths.put(link, solver.makeConstraint(-MPSolver.infinity(), mbps));
            }
        }
        for (ProblemChannel channel : problem.channels()) {
            Map<Place, MPConstraint> out = new LinkedHashMap<>();
            for (Place from : senders(channel)) {
                if (problem.isSource(channel.from())) {
                    out.put(from, solver.makeConstraint(rate(channel.to()), rate(channel.to())));
                } else {
                    MPConstraint sent = solver.makeConstraint(0, 0);
                    double perRequest = rate(channel.to()) / rate(channel.from());
                    all(loads, from).forEach(load -> sent.setCoefficient(load, -perRequest));
                    out.put(from, sent);
                }
            }
            for (Place to : placesOf(channel.to(), service)) {
                MPConstraint into = solver.makeConstraint(0, 0);
                all(loads, to).forEach(load -> into.setCoefficient(load, -1));
                out.forEach((from, sent) -> {
                    if (isPossible(channel, from, to)) {
                        MPVariable flow = solver.makeNumVar(0, MPSolver.infinity(), "");
                        sent.setCoefficient(flow, 1);
                        into.setCoefficient(flow, 1);
                        link(from.group().tier(), to.group().tier()).forEach(link -> {
                            double kb = kb(variants, channel);
                            solver.objective().setCoefficient(flow, link.usdPerGb() * kb * GB_PER_HOUR);
                            MPConstraint width = widths.get(link);
                            if (width != null) {
                                width.setCoefficient(flow, kb * 1024 * 8 / 1e6);
                            }
                        });
                    }
                });
            }
        }
    }

    private boolean isPossible(ProblemChannel channel, Place from, Place to) {
        double hop = hopMs(
                problem, variants, channel, from.group().tier(), to.group().tier());
        if (hop == Double.POSITIVE_INFINITY) {
            return false;
        }
        if (latestMs.isEmpty()) {
            return true;
        }
        double left = problem.isSource(channel.from()) ? 0 : Objects.requireNonNull(latestMs.get(from));
        return left + hop + serviceMs(problem, service, to) <= Objects.requireNonNull(latestMs.get(to)) * (1 + 1e-9);
    }

    private List<Place> senders(ProblemChannel channel) {
        return problem.isSource(channel.from())
                ? problem.sources().stream()
                        .filter(source -> source.id().equals(channel.from()))
                        .map(source -> new Place(source.id(), new Group(source.tier(), "")))
                        .toList()
                : placesOf(channel.from(), service);
    }

    private List<TierLink> link(int from, int to) {
        return links(problem, from, to);
    }

    private double secondsPerRequest(Place place) {
        ServiceMillis row = Objects.requireNonNull(service.get(place));
        return row.ms() / row.batch() / 1000;
    }

    private double rate(String node) {
        return Objects.requireNonNull(rates.get(node));
    }

    private static List<MPVariable> all(Map<Place, Map<Kind, MPVariable>> loads, Place place) {
        return List.copyOf(Objects.requireNonNull(loads.get(place)).values());
    }

    private static List<ProblemChannel> into(PlanningProblem problem, String operator) {
        return problem.channels().stream()
                .filter(channel -> channel.to().equals(operator))
                .toList();
    }

    private static List<Place> placesOf(String operator, Map<Place, ServiceMillis> service) {
        return service.keySet().stream()
                .filter(place -> place.node().equals(operator))
                .toList();
    }

    private static double serviceMs(PlanningProblem problem, Map<Place, ServiceMillis> service, Place place) {
        ServiceMillis row = Objects.requireNonNull(service.get(place));
        return row.ms() + (row.batch() > 1 ? problem.policy().batchWaitMs() : 0);
    }

    private static double hopMs(
            PlanningProblem problem, Map<String, String> variants, ProblemChannel channel, int from, int to) {
        if (from == to) {
            return 0;
        }
        for (TierLink link : links(problem, from, to)) {
            Double rtt = link.rttMs();
            Double mbps = link.mbps();
            return (rtt == null ? 0 : rtt / 2) + (mbps == null ? 0 : kb(variants, channel) * 8.192 / mbps);
        }
        return Double.POSITIVE_INFINITY;
    }

    private static List<TierLink> links(PlanningProblem problem, int from, int to) {
        return problem.links().stream()
                .filter(link -> link.fromTier() == from && link.toTier() == to)
                .toList();
    }

    private static double kb(Map<String, String> variants, ProblemChannel channel) {
        return channel.messageKb(variants.get(channel.from()), variant(variants, channel.to()));
    }

    private static String variant(Map<String, String> variants, String operator) {
        return Objects.requireNonNull(variants.get(operator));
    }
}
