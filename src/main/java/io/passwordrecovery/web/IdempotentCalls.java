// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.web;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Calls that a client library may send again because their answer was lost: done once, answered alike each time. */
public interface IdempotentCalls {
    /**
     * Does the call, or answers as it was answered the first time. What a call's transaction did not keep was not done:
     * the retry does it.
     *
     * @param work returns the answer in a form that can be kept
     * @param isFinal whether a retry is to get this answer too; if not, the retry does the call
     * @return empty at once where the first try is still under way: libraries wait better than servers
     */
    Optional<Map<String, String>> once(
            Call call, Supplier<Map<String, String>> work, Predicate<Map<String, String>> isFinal);

    /**
     * What makes two calls the same one.
     *
     * @param caller nobody else gets the answer: another client, network or user
     * @param id the library's, the same for all tries; callers choose it
     * @param content everything that was sent
     */
    record Call(String caller, String id, String content) {}
}
