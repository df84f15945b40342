// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A realm's passwords, with a policy: at least eight characters, and none of the account's earlier ones. */
public final class InMemoryPasswords implements Passwords {
    public static final int MIN_LENGTH = 8;

    private final Map<String, List<String>> histories = new HashMap<>();
    private int pretended;
    private Runnable beforeSet = () -> {};
    private List<PolicyViolation> wordOfTheFederation = List.of();

    public synchronized void give(String accountId, String password) {
        histories.computeIfAbsent(accountId, id -> new ArrayList<>()).add(password);
    }

    public synchronized Optional<String> of(String accountId) {
        List<String> history = histories.getOrDefault(accountId, List.of());
        return history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
    }

    /** How often the account's password was set, the first one included. */
    public synchronized int changesOf(String accountId) {
        return histories.getOrDefault(accountId, List.of()).size();
    }

    public synchronized String versionOf(String accountId) {
        return changesOf(accountId) == 0 ? "none" : "version-" + changesOf(accountId);
    }

    /** Something that happens the moment before the next password is stored; may throw. */
    public synchronized void beforeNextSet(Runnable deed) {
        beforeSet = deed;
    }

    /** What a user federation says to the next password that the policy found good. */
    public synchronized void federationObjectsOnce(PolicyViolation violation) {
        wordOfTheFederation = List.of(violation);
    }

    private synchronized List<PolicyViolation> violations(String accountId, Password password) {
        List<PolicyViolation> violations = new ArrayList<>();
        if (password.text().length() < MIN_LENGTH) {
            violations.add(new PolicyViolation("invalidPasswordMinLengthMessage", List.of(MIN_LENGTH)));
        }
        if (histories.getOrDefault(accountId, List.of()).contains(password.text())) {
            violations.add(new PolicyViolation("invalidPasswordHistoryMessage", List.of(3)));
        }
        return violations;
    }

    @Override
    public synchronized boolean isCurrent(String accountId, Password password) {
        return of(accountId).filter(password.text()::equals).isPresent();
    }

    @Override
    public synchronized void pretendToCheck(String accountId) {
        pretended++;
    }

    /** How often a check was only pretended. */
    public synchronized int pretended() {
        return pretended;
    }

    @Override
    public List<PolicyViolation> set(String accountId, Password password) {
        List<PolicyViolation> violations = violations(accountId, password);
        if (!violations.isEmpty()) {
            return violations;
        }
        takeDeed().run();
        synchronized (this) {
            List<PolicyViolation> objection = wordOfTheFederation;
            wordOfTheFederation = List.of();
            if (objection.isEmpty()) {
                give(accountId, password.text());
            }
            return objection;
        }
    }

    private synchronized Runnable takeDeed() {
        Runnable deed = beforeSet;
        beforeSet = () -> {};
        return deed;
    }
}
