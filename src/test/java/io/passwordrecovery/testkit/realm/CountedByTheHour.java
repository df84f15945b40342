// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * For tests of limits that begin anew with each hour of the clock: when an hour is about to end, the test waits for the
 * next, so that all its requests are counted together.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CountedByTheHour.NextHour.class)
public @interface CountedByTheHour {
    /** How much of the hour has to be left: as long as a test takes, and more than is called "seconds" in an answer. */
    int seconds() default 150;

    /** Waits until enough of the hour is left. */
    final class NextHour implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext test) throws InterruptedException {
            Duration left = left(Instant.now());
            if (left.compareTo(enough(test)) < 0) {
                System.err.println(test.getDisplayName() + " counts by the hour, and waits " + left.toSeconds()
                        + " s for the next.");
                Thread.sleep(left.plusSeconds(1).toMillis());
            }
        }

        private static Duration enough(ExtensionContext test) {
            return AnnotationSupport.findAnnotation(test.getRequiredTestMethod(), CountedByTheHour.class)
                    .or(() -> AnnotationSupport.findAnnotation(
                            test.getRequiredTestClass(), CountedByTheHour.class, test.getEnclosingTestClasses()))
                    .map(counted -> Duration.ofSeconds(counted.seconds()))
                    .orElseThrow();
        }

        static Duration left(Instant now) {
            return Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
        }
    }
}
