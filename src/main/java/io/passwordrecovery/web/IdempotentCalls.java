// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.web;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Calls that a client library may send again because their answer was lost: done once, answered alike each time. */
public interface IdempotentCalls {
    /**
     * Does the call, or answers as it was answered the first time.
     *
     * @param call the library's id of the call, and everything that makes it what it is
     * @param work returns the answer in a form that can be kept
     * @param isFinal whether a retry is to get this answer too; if not, the retry does the call
     * @return empty where the first try is under way for longer than a caller can wait
     */
    Optional<Map<String, String>> once(
            String[] call, Supplier<Map<String, String>> work, Predicate<Map<String, String>> isFinal);
}
