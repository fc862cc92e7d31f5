/** JMH benchmarks. Start with the module's README, which has the commands and the last results. */
@NullMarked
package no.maaltall.benchmarks;

import org.jspecify.annotations.NullMarked;
