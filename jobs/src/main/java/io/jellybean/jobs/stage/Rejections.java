package io.jellybean.jobs.stage;

import io.jellybean.domain.result.RejectedFrame;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** The side output of every stage that may refuse a frame. */
public final class Rejections {

    /** Refused frames, on their way to the topic {@code rejected}. */
    public static final OutputTag<RejectedFrame> TAG =
            new OutputTag<>("rejected", TypeInformation.of(RejectedFrame.class));

    private Rejections() {}
}
