// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

import io.passwordrecovery.account.Account;
import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.code.CodeBinding;
import io.passwordrecovery.code.CodePurpose;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keys.LimitKey;

/** Who a typed name stands for: an account, or a decoy that goes through all the same motions. */
sealed interface ResolvedAccount {
    /** Under which its codes and counts are kept. */
    LimitKey key();

    /**
     * What a code is bound to.
     *
     * @param medium by which the code goes, or went, out
     * @param browser on whose page it is asked for, or entered
     */
    CodeBinding binding(String realmId, String medium, String browser);

    /** The present address of that medium. */
    Optional<Destination> destination(String medium);

    /** The same as one who gets nothing. */
    Decoy asDecoy();

    /** @param decoyKey of what stands in for the account when nothing may be sent to it */
    record Real(Account account, LimitKey decoyKey) implements ResolvedAccount {
        String accountId() {
            return account.id();
        }

        @Override
        public LimitKey key() {
            return LimitKey.account(account.id());
        }

        @Override
        public CodeBinding binding(String realmId, String medium, String browser) {
            String address = destination(medium).map(Destination::address).orElse("");
            return new CodeBinding(
                    realmId, key(), address, account.passwordVersion(), CodePurpose.RESET_PASSWORD, browser);
        }

        @Override
        public Optional<Destination> destination(String medium) {
            return account.destination(medium);
        }

        @Override
        public Decoy asDecoy() {
            return new Decoy(decoyKey, new NotSent(Obstacle.LIMITED, Optional.of(account.id())));
        }
    }

    record Decoy(LimitKey key, NotSent why) implements ResolvedAccount {
        @Override
        public CodeBinding binding(String realmId, String medium, String browser) {
            return new CodeBinding(realmId, key, "decoy@invalid", "none", CodePurpose.RESET_PASSWORD, browser);
        }

        @Override
        public Optional<Destination> destination(String medium) {
            return Optional.empty();
        }

        @Override
        public Decoy asDecoy() {
            return this;
        }
    }
}
