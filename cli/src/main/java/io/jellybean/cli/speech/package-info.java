/**
 * Exports spoken questions with their words.
 */
@NullMarked
package io.jellybean.cli.speech;

import org.jspecify.annotations.NullMarked;
