package io.jellybean.benchmarks.engine;

import io.jellybean.benchmarks.report.ResultsPage;
import io.jellybean.cli.JellyBeanHome;
import java.io.IOException;
import java.nio.file.Path;

/** How a job grows: with slots, with cameras, and on paper beyond this machine. */
public final class JobScale {

    private final JellyBeanHome home;

    public JobScale(JellyBeanHome home) {
        this.home = home;
    }

    /** Measures and writes what came of it. */
    public Path run(Path results) throws IOException, InterruptedException {
        ResultsPage page = new ResultsPage(results, "scale", "Scale of the job");
        Requests requests = Requests.draw(home.path("models/evaluation/speech"));
        new SlotScale(home, requests).addTo(page);
        new CameraScale(home, requests).addTo(page);
        new PaperPlan(home.path("examples")).addTo(page);
        return page.save();
    }
}
