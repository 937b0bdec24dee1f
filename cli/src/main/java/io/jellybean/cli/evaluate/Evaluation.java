package io.jellybean.cli.evaluate;

import java.util.List;
import java.util.Map;

/** What decides a workflow's accuracy, and how it is counted. */
interface Evaluation {

    /** What is counted, such as {@code IDF1}. */
    String metric();

    /** The operators with a choice. */
    List<String> operators();

    /** Every combination of variants that can work together, in the order of {@link #operators}. */
    List<List<String>> combinations();

    /** How much of a street's truth a combination gets right. */
    Share share(List<String> combination, int street);

    /** Further measures of a combination on all streets, as text by their names; none if accuracy says it all. */
    default Map<String, String> details(List<String> combination) {
        return Map.of();
    }

    /** How many streets there are. */
    int streets();
}
