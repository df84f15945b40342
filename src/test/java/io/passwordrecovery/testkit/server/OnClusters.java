// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.parallel.ResourceLock;

/** For classes that use a {@link Cluster}: one at a time, since they stop nodes and databases. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("the shared clusters")
public @interface OnClusters {}
