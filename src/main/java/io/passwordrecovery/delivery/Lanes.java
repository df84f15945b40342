// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whose turn it is: routes take turns, none of them gets the last thread, and a try that takes long leaves the common
 * threads for one of its own, of which there is a number that is shared out too. So whatever a mail server does, another
 * realm's mail waits for it no longer than the queue's patience.
 *
 * <p>Not safe for several threads: its user holds a lock.
 */
final class Lanes<D extends Delivery> {
    private final int threads;
    private final int most;
    private final Shares slowTries;
    private final Map<String, Lane<D>> lanes = new LinkedHashMap<>();
    private final Set<Job<D>> running = new HashSet<>();
    private final Set<Job<D>> runningSlowly = new HashSet<>();

    Lanes(QueueLimits limits) {
        this.threads = limits.threads();
        this.most = Math.max(1, threads - 1);
        this.slowTries = new Shares(limits.slowTries());
    }

    void add(Job<D> job) {
        lanes.computeIfAbsent(job.delivery().route(), route -> new Lane<>()).add(job);
    }

    /** Starts the next one, if there is a thread for it. */
    Optional<Job<D>> start() {
        if (running.size() - runningSlowly.size() >= threads) {
            return Optional.empty();
        }
        Optional<String> route = lanes.entrySet().stream()
                .filter(entry -> mayStart(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
        return route.map(this::startIn);
    }

    private Job<D> startIn(String route) {
        Lane<D> lane = lane(route);
        lanes.remove(route);
        lanes.put(route, lane); // the last in turn from now on
        Job<D> job = lane.poll();
        lane.attached++;
        running.add(job);
        return job;
    }

    private boolean mayStart(String route, Lane<D> lane) {
        if (lane.hasNothingToDo()) {
            return false;
        }
        // Routes that are known to be slow leave a thread to the others, all of them together.
        return lane.slow == 0 ? lane.attached < most : attachedOfSlowOnes() < most && slowTries.hasRoomFor(route);
    }

    private int attachedOfSlowOnes() {
        return lanes.values().stream()
                .filter(lane -> lane.slow > 0)
                .mapToInt(lane -> lane.attached)
                .sum();
    }

    /** The try has taken long: it goes on, and its thread is no longer counted. */
    void runsSlowly(Job<D> job) {
        String route = job.delivery().route();
        if (running.contains(job) && !runningSlowly.contains(job) && slowTries.take(route)) {
            runningSlowly.add(job);
            Lane<D> lane = lane(route);
            lane.attached--;
            lane.slow++;
        }
    }

    void ended(Job<D> job) {
        String route = job.delivery().route();
        running.remove(job);
        Lane<D> lane = lane(route);
        if (runningSlowly.remove(job)) {
            slowTries.giveBack(route);
            lane.slow--;
        } else {
            lane.attached--;
        }
        forget(route, lane);
    }

    Optional<Job<D>> findNotice(String route, Predicate<Job<D>> condition) {
        return Optional.ofNullable(lanes.get(route)).flatMap(lane -> lane.findNotice(condition));
    }

    /** Takes out what waits for its turn and meets the condition. */
    List<Job<D>> removeIf(Predicate<Job<D>> condition) {
        List<Job<D>> removed = new ArrayList<>();
        lanes.values().forEach(lane -> removed.addAll(lane.removeIf(condition)));
        lanes.values().removeIf(Lane::isForgotten);
        return removed;
    }

    Set<Job<D>> running() {
        return Set.copyOf(running);
    }

    private Lane<D> lane(String route) {
        return lanes.computeIfAbsent(route, none -> new Lane<>());
    }

    private void forget(String route, Lane<D> lane) {
        if (lane.isForgotten()) {
            lanes.remove(route);
        }
    }
}
