// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.passwordrecovery.account.Account;
import io.passwordrecovery.account.AccountLookup;
import io.passwordrecovery.account.Accounts;
import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.account.IdentifierNormalizer;
import io.passwordrecovery.account.LimitKeys;
import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.DecoyDestination;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.DestinationChooser;
import io.passwordrecovery.keys.LimitKey;

/** Finds out who a typed name stands for, and what is shown of it. */
public final class AccountResolver {
    private final Accounts accounts;
    private final IdentifierNormalizer normalizer;
    private final LimitKeys limitKeys;
    private final DestinationChooser chooser;
    private final DecoyDestination decoys;

    public AccountResolver(
            Accounts accounts,
            IdentifierNormalizer normalizer,
            LimitKeys limitKeys,
            DestinationChooser chooser,
            DecoyDestination decoys) {
        this.accounts = accounts;
        this.normalizer = normalizer;
        this.limitKeys = limitKeys;
        this.chooser = chooser;
        this.decoys = decoys;
    }

    /** Under which all that a caller can see is counted, whoever the name stands for. */
    LimitKey keyOf(Identifier name) {
        return limitKeys.ofName(name);
    }

    ResolvedAccount of(Identifier name) {
        AccountLookup lookup = accounts.find(name);
        LimitKey decoy = limitKeys.ofDecoy(name);
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

    /** What the caller is told. Somebody who typed an address is shown that one, whatever it led to. */
    CodeDelivery shown(Identifier name, Optional<Destination> destination, Optional<DeliveryMedium> wish) {
        String typed = normalizer.canonical(name);
        CodeDelivery decoy = decoys.of(typed, wish);
        return destination
                .map(real -> Destination.typed(real.medium(), typed).orElse(real))
                .map(CodeDelivery::to)
                .orElse(decoy);
    }

    /** The media that a wish for would be granted, beside the one that is shown; asked of a decoy in the same way. */
    List<DeliveryMedium> others(Identifier name, ResolvedAccount account, DeliveryMedium shown) {
        return Stream.of(DeliveryMedium.values())
                .filter(medium -> medium != shown)
                .filter(medium -> {
                    Optional<DeliveryMedium> wish = Optional.of(medium);
                    return shown(name, destination(account, wish), wish).medium() == medium;
                })
                .toList();
    }
}
