// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import io.passwordrecovery.account.AccountLookup.NotRecoverable;
import io.passwordrecovery.account.AccountLookup.Recoverable;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.phone.PhoneNumbers;

/** A realm's accounts, found by user name or email address. */
public final class InMemoryAccounts implements Accounts {
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, Obstacle> obstacles = new ConcurrentHashMap<>();
    private final List<String> proven = new CopyOnWriteArrayList<>();
    private final AtomicInteger lookUps = new AtomicInteger();
    private volatile boolean isAway;
    private final UnaryOperator<String> passwordVersion;
    private final IdentifierNormalizer normalizer =
            new IdentifierNormalizer(Optional.of(new PhoneNumbers(Optional.of("US"))));

    /** @param passwordVersion of an account id */
    public InMemoryAccounts(UnaryOperator<String> passwordVersion) {
        this.passwordVersion = passwordVersion;
    }

    /** Adds somebody, or gives their account other addresses. */
    public void put(Person person) {
        people.put(person.accountId(), person);
    }

    public void block(Person person, Obstacle reason) {
        obstacles.put(person.accountId(), reason);
    }

    public void unblock(Person person) {
        obstacles.remove(person.accountId());
    }

    /** Who has proven which address: {@code id-of-alice EMAIL:a***@e***}. */
    public List<String> proven() {
        return new ArrayList<>(proven);
    }

    /** Whether look-ups fail from now on. */
    public void away(boolean isAway) {
        this.isAway = isAway;
    }

    /** How often a name was looked up. */
    public int lookUps() {
        return lookUps.get();
    }

    @Override
    public AccountLookup find(Identifier name) {
        lookUps.incrementAndGet();
        if (isAway) {
            throw new IllegalStateException("the directory is away");
        }
        Optional<Person> found = people.values().stream()
                .filter(person -> answersTo(person, normalizer.canonical(name)))
                .findFirst();
        if (found.isEmpty()) {
            return new NotRecoverable(Obstacle.UNKNOWN, Optional.empty());
        }
        return lookup(found.get());
    }

    @Override
    public AccountLookup byId(String accountId) {
        return people.values().stream()
                .filter(person -> person.accountId().equals(accountId))
                .findFirst()
                .map(this::lookup)
                .orElseGet(() -> new NotRecoverable(Obstacle.UNKNOWN, Optional.empty()));
    }

    private AccountLookup lookup(Person person) {
        Obstacle obstacle = obstacles.get(person.accountId());
        return obstacle == null
                ? new Recoverable(new Account(
                        person.accountId(),
                        person.username(),
                        person.destinations(),
                        person.preference(),
                        passwordVersion.apply(person.accountId())))
                : new NotRecoverable(obstacle, Optional.of(person.accountId()));
    }

    @Override
    public void proven(String accountId, Destination destination) {
        proven.add(accountId + " " + destination);
    }

    @Override
    public String passwordVersion(String accountId) {
        return passwordVersion.apply(accountId);
    }

    private static boolean answersTo(Person person, String name) {
        return person.username().equals(name)
                || person.email().filter(name::equals).isPresent()
                || person.phone().filter(name::equals).isPresent();
    }
}
