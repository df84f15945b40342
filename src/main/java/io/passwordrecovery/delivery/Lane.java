// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What waits for one route: what somebody waits for goes before notices. */
final class Lane<D extends Delivery> {
    private final Deque<Job<D>> awaited = new ArrayDeque<>();
    private final Deque<Job<D>> notices = new ArrayDeque<>();
    /** Tries that are under way on the threads that all routes share. */
    int attached;
    /** Tries that have taken long, on threads of their own. */
    int slow;

    void add(Job<D> job) {
        (job.isNotice() ? notices : awaited).add(job);
    }

    Job<D> poll() {
        return awaited.isEmpty() ? notices.remove() : awaited.remove();
    }

    Optional<Job<D>> findNotice(Predicate<Job<D>> condition) {
        return notices.stream().filter(condition).findFirst();
    }

    boolean hasNothingToDo() {
        return awaited.isEmpty() && notices.isEmpty();
    }

    boolean isForgotten() {
        return hasNothingToDo() && attached == 0 && slow == 0;
    }

    List<Job<D>> removeIf(Predicate<Job<D>> condition) {
        List<Job<D>> removed = new ArrayList<>();
        for (Deque<Job<D>> jobs : List.of(awaited, notices)) {
            jobs.stream().filter(condition).forEach(removed::add);
            jobs.removeIf(condition);
        }
        return removed;
    }
}
