// SPDX-License-Identifier: Apache-2.0
/** The course of a login: where it goes after a reset, and when it has to begin anew. */
@NullMarked
package io.passwordrecovery.login.course;

import org.jspecify.annotations.NullMarked;
