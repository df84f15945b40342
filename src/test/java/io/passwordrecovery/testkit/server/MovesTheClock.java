// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.parallel.ResourceLock;

/** For classes that {@link KeycloakServer#advance move time}: one at a time, on {@link KeycloakServer#withMovableClock}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("the clock of the server with the movable clock")
public @interface MovesTheClock {}
