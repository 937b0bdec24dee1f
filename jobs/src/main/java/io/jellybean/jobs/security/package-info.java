/**
 * What the processes of a machine are told of certificates and credentials.
 */
@NullMarked
package io.jellybean.jobs.security;

import org.jspecify.annotations.NullMarked;
