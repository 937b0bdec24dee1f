package io.jellybean.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Named nodes and arcs between them.
 *
 * @param nodes distinct names
 * @param arcs between these nodes
 */
public record DirectedGraph(List<String> nodes, List<Arc> arcs) {
    public DirectedGraph {
        nodes = List.copyOf(nodes);
        arcs = List.copyOf(arcs);
    }

    /** One arc. */
    public record Arc(String from, String to) {}

    /** The nodes, each after all that lead to it; nodes on or behind a cycle are missing. */
    public List<String> topologicalOrder() {
        Set<String> done = new LinkedHashSet<>();
        boolean progress = true;
        while (progress) {
            progress = false;
            for (String node : nodes) {
                if (!done.contains(node) && done.containsAll(into(node))) {
                    done.add(node);
                    progress = true;
                }
            }
        }
        return List.copyOf(done);
    }

    /** The nodes of one cycle, the first one repeated at the end; empty if there is none. */
    public List<String> cycle() {
        List<String> left = new ArrayList<>(nodes);
        left.removeAll(topologicalOrder());
        if (left.isEmpty()) {
            return List.of();
        }
        // Walking backwards among the nodes that are left must come back to a node already seen.
        List<String> walk = new ArrayList<>();
        String node = left.get(0);
        while (!walk.contains(node)) {
            walk.add(0, node);
            node = into(node).stream().filter(left::contains).findFirst().orElseThrow();
        }
        List<String> cycle = new ArrayList<>(walk.subList(0, walk.indexOf(node) + 1));
        cycle.add(0, node);
        return cycle;
    }

    /** All nodes that can be reached from the given ones, these included. */
    public Set<String> reachableFrom(List<String> starts) {
        Set<String> reached = new LinkedHashSet<>(starts);
        List<String> open = new ArrayList<>(starts);
        while (!open.isEmpty()) {
            String node = open.remove(open.size() - 1);
            for (Arc arc : arcs) {
                if (arc.from().equals(node) && reached.add(arc.to())) {
                    open.add(arc.to());
                }
            }
        }
        return reached;
    }

    private List<String> into(String node) {
        return arcs.stream()
                .filter(arc -> arc.to().equals(node))
                .map(Arc::from)
                .distinct()
                .toList();
    }
}
