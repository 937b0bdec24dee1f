package io.jellybean.domain.workflow;

/** What an operator does, and so which code runs it. */
public enum OperatorKind {
    /** Finds objects in a frame with an ONNX detector; emits boxes and crops. */
    DETECT,
    /** Describes the crop of each object by a vector, with an ONNX embedding. */
    EMBED,
    /** Joins the boxes of successive frames of one camera to tracks; needs no ONNX model. */
    TRACK,
    /** Joins the tracks of several cameras that are of one vehicle; needs no ONNX model. */
    ASSOCIATE,
    /** Writes down a spoken question, with an ONNX speech recogniser. */
    RECOGNISE,
    /** Describes a whole frame by a map of features, with an ONNX extractor. */
    EXTRACT,
    /** Answers a question about a frame's features, with an ONNX classifier. */
    ANSWER
}
