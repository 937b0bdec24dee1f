package io.jellybean.simulator;

import java.util.List;

/**
 * How questions are worded. {@code <one>}, {@code <a one>} and {@code <many>} stand for the vehicle that is asked about,
 * {@code <colour>} for its colour, {@code <other>} and {@code <others>} for the one it is compared with.
 */
final class Wordings {
    private Wordings() {}

    static List<String> of(QuestionKind kind) {
        return switch (kind) {
            case COUNT ->
                List.of(
                        "how many <many> are there",
                        "how many <many> do you see",
                        "how many <many> can you see",
                        "how many <many> are on the road",
                        "how many <many> does the picture show",
                        "what is the number of <many>",
                        "tell me how many <many> are in view",
                        "how many <many> are visible at the moment",
                        "give me the total number of <many>",
                        "please count the <many>");
            case COLOUR ->
                List.of(
                        "what colour is the <one>",
                        "what is the colour of the <one>",
                        "which colour does the <one> have",
                        "in which colour is the <one> painted",
                        "tell me the colour of the <one>",
                        "could you say which colour the <one> has",
                        "please name the colour of the <one>");
            case TYPE ->
                List.of(
                        "what kind of vehicle is the <colour> one",
                        "what type of vehicle is the <colour> one",
                        "which sort of vehicle is painted <colour>",
                        "what is the type of the <colour> vehicle",
                        "tell me the kind of the <colour> vehicle",
                        "could you say what the <colour> vehicle is",
                        "please name the type of the <colour> one");
            case PRESENCE ->
                List.of(
                        "is there <a one>",
                        "is there <a one> in view",
                        "do you see <a one>",
                        "can you see any <many>",
                        "are there any <many>",
                        "are any <many> on the road",
                        "does the picture show <a one>",
                        "has the camera found <a one>",
                        "is at least one <one> visible now");
            case POSITION ->
                List.of(
                        "where is the <one>",
                        "where do you see the <one>",
                        "on which side is the <one>",
                        "in which direction is the <one>",
                        "is the <one> on the left ahead or on the right",
                        "tell me where the <one> is",
                        "where can i find the <one>",
                        "which part of the picture shows the <one>");
            case RELATION ->
                List.of(
                        "is the <one> left or right of the <other>",
                        "is the <one> to the left or to the right of the <other>",
                        "on which side of the <other> is the <one>",
                        "on which side of the <other> do you see the <one>",
                        "seen from the <other> where is the <one>",
                        "does the <one> stand left or right of the <other>",
                        "tell me on which side of the <other> the <one> is");
            case COMPARISON ->
                List.of(
                        "are there more <many> than <others>",
                        "are there fewer <others> than <many>",
                        "do you see more <many> than <others>",
                        "can you see fewer <others> than <many>",
                        "does the picture show more <many> than <others>",
                        "do the <many> outnumber the <others>",
                        "is the number of <many> greater than the number of <others>",
                        "is the number of <others> smaller than the number of <many>");
        };
    }

    static String text(String wording, VehicleDescription one, VehicleDescription other) {
        return wording.replace("<one>", one.singular())
                .replace("<a one>", one.withArticle())
                .replace("<many>", one.plural())
                .replace("<colour>", one.colourWord())
                .replace("<other>", other.singular())
                .replace("<others>", other.plural());
    }
}
