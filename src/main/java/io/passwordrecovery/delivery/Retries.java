// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What has failed and waits for another try: it holds no thread, and none of the places that what is new has to have.
 *
 * <p>Not safe for several threads: its user holds a lock.
 */
final class Retries<D extends Delivery> {
    private final Shares places;
    private final Set<Job<D>> waiting = new LinkedHashSet<>();

    Retries(int capacity) {
        this.places = new Shares(capacity);
    }

    int places() {
        return places.taken();
    }

    /**
     * Takes it in. Where its owner has no room left, the oldest notice goes for it, or else what is oldest.
     *
     * @return what had to go, which may be the job itself
     */
    Optional<Job<D>> add(Job<D> job) {
        if (job.isIn(places)) {
            waiting.add(job);
            return Optional.empty();
        }
        String owner = job.delivery().owner();
        Optional<Job<D>> least = places.hasRoomFor(owner) ? Optional.empty() : Optional.of(least(job));
        least.ifPresent(this::drop);
        if (least.filter(job::equals).isEmpty()) {
            places.takeAgain(owner);
            job.moveTo(places);
            waiting.add(job);
        }
        return least;
    }

    /** Ends the wait; false when it has ended before. */
    boolean remove(Job<D> job) {
        return waiting.remove(job);
    }

    Optional<Job<D>> find(Predicate<Job<D>> condition) {
        return waiting.stream().filter(condition).findFirst();
    }

    List<Job<D>> all() {
        return List.copyOf(waiting);
    }

    private void drop(Job<D> job) {
        waiting.remove(job);
        job.leave();
    }

    private Job<D> least(Job<D> newest) {
        List<Job<D>> owners = Stream.concat(waiting.stream(), Stream.of(newest))
                .filter(job -> job.delivery().owner().equals(newest.delivery().owner()))
                .toList();
        return owners.stream().filter(Job::isNotice).findFirst().orElse(owners.get(0));
    }
}
