package io.jellybean.domain.workflow;

/** What an operator does, and so which code runs it. */
public enum OperatorKind {
    /** Finds objects in a frame with an ONNX detector; emits boxes and crops. */
    DETECT,
    /** Joins the boxes of successive frames of one camera to tracks; needs no ONNX model. */
    TRACK
}
