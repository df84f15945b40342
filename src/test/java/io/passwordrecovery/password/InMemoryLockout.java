// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.HashMap;
import java.util.Map;

import io.passwordrecovery.limits.Caller;

/** A brute-force protector that locks an account after a number of wrong passwords. */
public final class InMemoryLockout implements Lockout {
    private final Map<String, Integer> wrong = new HashMap<>();
    private final int mostWrong;
    private int pretended;

    public InMemoryLockout(int mostWrong) {
        this.mostWrong = mostWrong;
    }

    public int wrongPasswordsOf(String accountId) {
        return wrong.getOrDefault(accountId, 0);
    }

    public void lock(String accountId) {
        wrong.put(accountId, mostWrong);
    }

    @Override
    public boolean isLocked(String accountId) {
        return wrongPasswordsOf(accountId) >= mostWrong;
    }

    @Override
    public void passwordWasWrong(String accountId, Caller caller) {
        wrong.merge(accountId, 1, Integer::sum);
    }

    @Override
    public void pretendPasswordWasWrong(String accountId) {
        pretended++;
    }

    /** How often a wrong password was only pretended to be counted. */
    public int pretended() {
        return pretended;
    }

    @Override
    public void passwordWasRight(String accountId, Caller caller) {
        wrong.remove(accountId);
    }
}
