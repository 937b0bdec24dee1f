/**
 * {@code jellybean score}: how well tracks in files follow the truth in files. It knows the MOTChallenge text format and the
 * measures of {@code operators.scoring}, and neither networks nor workflows.
 */
@NullMarked
package io.jellybean.cli.score;

import org.jspecify.annotations.NullMarked;
