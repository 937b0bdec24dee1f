package io.jellybean.jobs;

import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.jobs.graph.JobGraph;
import io.jellybean.jobs.graph.LeftState;
import io.jellybean.jobs.kafka.KafkaTopics;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.JobSpecCompiler;
import io.jellybean.jobs.spec.Rehearsal;
import java.io.IOException;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/**
 * The entry point of the job jar.
 *
 * <pre>
 * --plan TEXT     the content of a plan.json (not its path: the cluster cannot see the client's files)
 * --kafka SERVERS such as broker-1:9092,broker-2:9092
 * --rehearse-on GROUP --slots N   a {@link Rehearsal} of the plan, of which nothing stays
 * --resume ID,ID... goes on with the {@linkplain LeftState newest checkpoint} of the first of these jobs that left one, if one did
 * </pre>
 */
public final class JellyBeanJob {

    private static final String REHEARSE_ON = "rehearse-on";
    private static final String RESUME = "resume";

    private JellyBeanJob() {}

    /**
     * Builds the job graph of a plan and starts it.
     *
     * @throws Exception if the plan cannot be deployed or the cluster refuses the job
     */
    public static void main(String[] args) throws Exception {
        ParameterTool parameters = ParameterTool.fromArgs(args);
        DeployablePlan plan = PlanFile.parseDeployable("plan.json", parameters.getRequired("plan"));
        String workflow = plan.workflow().id();
        JobSpec job = JobSpecCompiler.compile(plan);
        KafkaTopics topics = new KafkaTopics(parameters.getRequired("kafka"), "jellybean-" + workflow);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        if (parameters.has(REHEARSE_ON)) {
            String group = parameters.getRequired(REHEARSE_ON);
            JobSpec rehearsal = Rehearsal.of(job, group, parameters.getInt("slots"));
            new JobGraph(environment, rehearsal, topics.rehearsing()).build();
            environment.execute("rehearsal of %s on %s".formatted(workflow, group));
            return;
        }
        if (parameters.has(RESUME)) {
            resume(environment, List.of(parameters.getRequired(RESUME).split(",", -1)));
        }
        // Whoever sees the job over REST sees the plan that it serves, too.
        environment.getConfig().setGlobalJobParameters(parameters);
        new JobGraph(environment, job, topics).build();
        environment.execute(workflow);
    }

    private static void resume(StreamExecutionEnvironment environment, List<String> jobIds) throws IOException {
        String checkpoints = environment.getConfiguration().get(CheckpointingOptions.CHECKPOINTS_DIRECTORY);
        if (checkpoints == null) {
            throw new IllegalArgumentException(
                    "the cluster has no execution.checkpointing.dir, so no job left its state");
        }
        LeftState.newest(checkpoints, jobIds)
                .ifPresent(state ->
                        environment.configure(new Configuration().set(StateRecoveryOptions.SAVEPOINT_PATH, state)));
    }
}
