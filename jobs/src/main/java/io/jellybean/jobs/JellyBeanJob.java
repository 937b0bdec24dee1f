package io.jellybean.jobs;

import io.jellybean.domain.io.PlanFile;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.jobs.graph.JobGraph;
import io.jellybean.jobs.kafka.KafkaTopics;
import io.jellybean.jobs.spec.JobSpecCompiler;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/**
 * The entry point of the job jar.
 *
 * <pre>
 * --plan TEXT     the content of a plan.json (not its path: the cluster cannot see the client's files)
 * --kafka SERVERS such as broker-1:9092,broker-2:9092
 * </pre>
 */
public final class JellyBeanJob {

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
        KafkaTopics topics = new KafkaTopics(parameters.getRequired("kafka"), "jellybean-" + workflow);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        // Whoever sees the job over REST sees the plan that it serves, too.
        environment.getConfig().setGlobalJobParameters(parameters);
        new JobGraph(environment, JobSpecCompiler.compile(plan), topics).build();
        environment.execute(workflow);
    }
}
