// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

import io.passwordrecovery.account.Account;
import io.passwordrecovery.code.CodeBinding;
import io.passwordrecovery.code.CodePurpose;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keys.LimitKey;

/** Who a typed name stands for: an account, or a decoy that goes through all the same motions. */
sealed interface ResolvedAccount {
    LimitKey subject();

    /**
     * What a code for the recipient is bound to.
     *
     * @param medium by which the code goes, or went, out
     * @param browser on whose page it is asked for, or entered
     */
    CodeBinding binding(String realmId, String medium, String browser);

    /** The recipient's present address of that medium. */
    Optional<Destination> destination(String medium);

    /** The recipient as one who gets nothing. */
    Decoy asDecoy(LimitKey decoy);

    record Real(Account account) implements ResolvedAccount {
        @Override
        public LimitKey subject() {
            return LimitKey.account(account.id());
        }

        @Override
        public CodeBinding binding(String realmId, String medium, String browser) {
            String address = destination(medium).map(Destination::address).orElse("");
            return new CodeBinding(
                    realmId, subject(), address, account.passwordVersion(), CodePurpose.RESET_PASSWORD, browser);
        }

        @Override
        public Decoy asDecoy(LimitKey decoy) {
            return new Decoy(decoy, new NotSent(NotSent.Reason.LIMITED, Optional.of(account.id())));
        }

        @Override
        public Optional<Destination> destination(String medium) {
            return account.destinations().stream()
                    .filter(destination -> destination.medium().name().equals(medium))
                    .findFirst();
        }
    }

    record Decoy(LimitKey subject, NotSent why) implements ResolvedAccount {
        @Override
        public CodeBinding binding(String realmId, String medium, String browser) {
            return new CodeBinding(realmId, subject, "decoy@invalid", "none", CodePurpose.RESET_PASSWORD, browser);
        }

        @Override
        public Optional<Destination> destination(String medium) {
            return Optional.empty();
        }

        @Override
        public Decoy asDecoy(LimitKey decoy) {
            return this;
        }
    }
}
