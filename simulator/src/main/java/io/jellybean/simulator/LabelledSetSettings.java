package io.jellybean.simulator;

import static io.jellybean.simulator.Checks.require;

import java.util.List;

/**
 * Which frames of which streets a {@link LabelledSet} holds.
 *
 * @param seeds of the streets
 * @param cameras of each street; all of them are used
 * @param framesPerCamera at least 1
 * @param every take each n-th frame only, so that frames differ; at least 1
 * @param firstFrame the first of them, at least 0
 * @param questionsPerFrame at most, at least 0; with 0 there is no file of questions
 */
public record LabelledSetSettings(
        List<Long> seeds, int cameras, int framesPerCamera, int every, long firstFrame, int questionsPerFrame) {

    public LabelledSetSettings {
        seeds = List.copyOf(seeds);
        require(!seeds.isEmpty(), "seeds", "at least one", seeds);
        require(cameras >= 1, "cameras", ">= 1", cameras);
        require(framesPerCamera >= 1, "framesPerCamera", ">= 1", framesPerCamera);
        require(every >= 1, "every", ">= 1", every);
        require(firstFrame >= 0, "firstFrame", ">= 0", firstFrame);
        require(questionsPerFrame >= 0, "questionsPerFrame", ">= 0", questionsPerFrame);
    }

    /** Three cameras and, of each, ten frames, 30 apart from frame 0 on, without questions. */
    public static LabelledSetSettings ofSeeds(List<Long> seeds) {
        return new LabelledSetSettings(seeds, 3, 10, 30, 0, 0);
    }

    public LabelledSetSettings withCameras(int newCameras) {
        return new LabelledSetSettings(seeds, newCameras, framesPerCamera, every, firstFrame, questionsPerFrame);
    }

    public LabelledSetSettings withFramesPerCamera(int newFramesPerCamera) {
        return new LabelledSetSettings(seeds, cameras, newFramesPerCamera, every, firstFrame, questionsPerFrame);
    }

    public LabelledSetSettings withEvery(int newEvery) {
        return new LabelledSetSettings(seeds, cameras, framesPerCamera, newEvery, firstFrame, questionsPerFrame);
    }

    public LabelledSetSettings withFirstFrame(long newFirstFrame) {
        return new LabelledSetSettings(seeds, cameras, framesPerCamera, every, newFirstFrame, questionsPerFrame);
    }

    public LabelledSetSettings withQuestionsPerFrame(int newQuestionsPerFrame) {
        return new LabelledSetSettings(seeds, cameras, framesPerCamera, every, firstFrame, newQuestionsPerFrame);
    }
}
