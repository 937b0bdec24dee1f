package io.jellybean.cli.evaluate;

import java.util.List;

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

    /** How many streets there are. */
    int streets();
}
