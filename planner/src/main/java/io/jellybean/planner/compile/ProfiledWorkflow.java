package io.jellybean.planner.compile;

import io.jellybean.domain.objective.WorkflowAndObjective;
import io.jellybean.domain.profile.Profile;

/** A workflow, what is wanted of it, and what was measured of it. */
public record ProfiledWorkflow(WorkflowAndObjective wanted, Profile profile) {}
