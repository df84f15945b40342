// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.passwordrecovery.account.Account;
import io.passwordrecovery.account.AccountLookup;
import io.passwordrecovery.account.Accounts;
import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.account.IdentifierNormalizer;
import io.passwordrecovery.account.LimitKeys;
import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.DestinationChooser;
import io.passwordrecovery.delivery.ShownDestination;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.recovery.ResetRequestOutcome.Accepted;

/** Finds out who a typed name stands for, and what is shown of it. */
public final class AccountResolver {
    private final Accounts accounts;
    private final IdentifierNormalizer normalizer;
    private final LimitKeys limitKeys;
    private final DestinationChooser chooser;
    private final ShownDestination shown;

    public AccountResolver(
            Accounts accounts,
            IdentifierNormalizer normalizer,
            LimitKeys limitKeys,
            DestinationChooser chooser,
            ShownDestination shown) {
        this.accounts = accounts;
        this.normalizer = normalizer;
        this.limitKeys = limitKeys;
        this.chooser = chooser;
        this.shown = shown;
    }

    /** Under which all that a caller can see is counted, whoever the name stands for. */
    LimitKey keyOf(Identifier name) {
        return limitKeys.ofName(name);
    }

    /** The keys of all names that lead to the account. */
    List<LimitKey> keysOf(ResolvedAccount.Real account) {
        return names(account.account()).map(limitKeys::ofName).toList();
    }

    /** The names that lead to the account, and not to another that has the same. */
    List<Identifier> namesOf(ResolvedAccount.Real account) {
        return names(account.account())
                .filter(name -> of(name) instanceof ResolvedAccount.Real found
                        && found.accountId().equals(account.accountId()))
                .toList();
    }

    private static Stream<Identifier> names(Account account) {
        return Stream.concat(
                        Stream.of(account.username()),
                        account.destinations().stream().map(Destination::address))
                .flatMap(name -> Identifier.read(name).stream());
    }

    /** What stands in for an account where the name leads to none. */
    LimitKey decoyOf(Identifier name) {
        return limitKeys.ofDecoy(name);
    }

    ResolvedAccount of(Identifier name) {
        return resolved(accounts.find(name), limitKeys.ofDecoy(name));
    }

    /** Somebody who is known already; nobody stands in for them. */
    ResolvedAccount byId(String accountId) {
        return resolved(accounts.byId(accountId), LimitKey.account(accountId));
    }

    private ResolvedAccount resolved(AccountLookup lookup, LimitKey decoy) {
        if (lookup instanceof AccountLookup.Recoverable found) {
            Account account = found.account();
            return chooser.choose(account.destinations(), Optional.empty()).isPresent()
                    ? new ResolvedAccount.Real(account, decoy)
                    : new ResolvedAccount.Decoy(decoy, new NotSent(Obstacle.UNREACHABLE, Optional.of(account.id())));
        }
        return new ResolvedAccount.Decoy(decoy, NotSent.because((AccountLookup.NotRecoverable) lookup));
    }

    boolean reaches(String accountId) {
        return accounts.byId(accountId) instanceof AccountLookup.Recoverable found
                && chooser.choose(found.account().destinations(), Optional.empty())
                        .isPresent();
    }

    /** Where a code for the account goes; empty for a decoy. */
    Optional<Destination> destination(ResolvedAccount account, Optional<DeliveryMedium> wish) {
        return account instanceof ResolvedAccount.Real real
                ? chooser.choose(real.account().destinations(), real.account().preference(), wish)
                : Optional.empty();
    }

    /** What the caller is told. The account is looked up only where what is shown depends on it. */
    Accepted answer(Identifier name, Optional<DeliveryMedium> wish) {
        String typed = normalizer.canonical(name);
        LookedUpOnce account = new LookedUpOnce(name);
        CodeDelivery delivery = shown.of(typed, wish, account::destination);
        // The media that a wish for would be granted, beside the one that is shown.
        List<DeliveryMedium> others = Stream.of(DeliveryMedium.values())
                .filter(medium -> medium != delivery.medium())
                .filter(medium -> shown.of(typed, Optional.of(medium), account::destination)
                                .medium()
                        == medium)
                .toList();
        return new Accepted(delivery, others);
    }

    private final class LookedUpOnce {
        private final Identifier name;
        private @Nullable ResolvedAccount account;

        LookedUpOnce(Identifier name) {
            this.name = name;
        }

        Optional<Destination> destination(Optional<DeliveryMedium> wish) {
            if (account == null) {
                account = of(name);
            }
            return AccountResolver.this.destination(account, wish);
        }
    }
}
