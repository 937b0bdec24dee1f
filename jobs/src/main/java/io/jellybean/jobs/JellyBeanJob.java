package io.jellybean.jobs;

import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.jobs.graph.JobGraph;
import io.jellybean.jobs.kafka.KafkaTopics;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.JobSpecCompiler;
import io.jellybean.jobs.spec.Rehearsal;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/**
 * The entry point of the job jar.
 *
 * <pre>
 * --plan TEXT     the content of a plan.json (not its path: the cluster cannot see the client's files)
 * --kafka SERVERS such as broker-1:9092,broker-2:9092
 * --rehearse-on GROUP --slots N   a {@link Rehearsal} of the plan, of which nothing stays
 * </pre>
 */
public final class JellyBeanJob {

    private static final String REHEARSE_ON = "rehearse-on";

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
        // Whoever sees the job over REST sees the plan that it serves, too.
        environment.getConfig().setGlobalJobParameters(parameters);
        new JobGraph(environment, job, topics).build();
        environment.execute(workflow);
    }
}
