/**
 * Runnable programs, one main class per capability; each is run by a test.
 *
 * <p>Start with {@link no.maaltall.examples.ServiceAnalysis}, the main job, or {@link
 * no.maaltall.examples.FirstSteps}, ten lines of code.
 */
@NullMarked
package no.maaltall.examples;

import org.jspecify.annotations.NullMarked;
