/**
 * Measures on this machine what a plan rests on: service times and message sizes, of the very code that the job runs.
 */
@NullMarked
package io.jellybean.cli.profile;

import org.jspecify.annotations.NullMarked;
