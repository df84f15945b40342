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
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.DecoyDestination;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.DestinationChooser;
import io.passwordrecovery.keys.LimitKey;

/** Finds out who a typed name stands for, and what is shown of it. */
public final class AccountResolver {
    private final Accounts accounts;
    private final IdentifierNormalizer spelling;
    private final LimitKeys subjects;
    private final DestinationChooser chooser;
    private final DecoyDestination decoys;

    public AccountResolver(Accounts accounts, Naming naming, DestinationChooser chooser, DecoyDestination decoys) {
        this.accounts = accounts;
        this.spelling = naming.spelling();
        this.subjects = naming.subjects();
        this.chooser = chooser;
        this.decoys = decoys;
    }

    /** How typed names are told apart, and what they are called. */
    public record Naming(IdentifierNormalizer spelling, LimitKeys subjects) {}

    ResolvedAccount of(Identifier name) {
        AccountLookup lookup = accounts.find(name);
        LimitKey decoy = subjects.ofDecoy(name);
        if (lookup instanceof AccountLookup.Recoverable found) {
            Account account = found.account();
            return chooser.choose(account.destinations(), Optional.empty()).isPresent()
                    ? new ResolvedAccount.Real(account)
                    : new ResolvedAccount.Decoy(
                            decoy, new NotSent(NotSent.Reason.UNREACHABLE, Optional.of(account.id())));
        }
        return new ResolvedAccount.Decoy(decoy, NotSent.because((AccountLookup.NotRecoverable) lookup));
    }

    boolean reaches(String accountId) {
        return accounts.byId(accountId) instanceof AccountLookup.Recoverable found
                && chooser.choose(found.account().destinations(), Optional.empty())
                        .isPresent();
    }

    /** Where a code for the recipient goes; empty for a decoy. */
    Optional<Destination> destination(ResolvedAccount recipient, Optional<DeliveryMedium> wish) {
        return recipient instanceof ResolvedAccount.Real real
                ? chooser.choose(real.account().destinations(), real.account().preference(), wish)
                : Optional.empty();
    }

    /** What the caller is told. Somebody who typed an address is shown that one, whatever it led to. */
    CodeDelivery shown(Identifier name, Optional<Destination> destination, Optional<DeliveryMedium> wish) {
        String typed = spelling.canonical(name);
        CodeDelivery decoy = decoys.of(typed, wish);
        return destination
                .map(real -> Destination.typed(real.medium(), typed).orElse(real))
                .map(CodeDelivery::to)
                .orElse(decoy);
    }

    /** The media that a wish for would be granted, beside the one that is shown; asked of a decoy in the same way. */
    List<DeliveryMedium> others(Identifier name, ResolvedAccount recipient, DeliveryMedium shown) {
        return Stream.of(DeliveryMedium.values())
                .filter(medium -> medium != shown)
                .filter(medium -> {
                    Optional<DeliveryMedium> wish = Optional.of(medium);
                    return shown(name, destination(recipient, wish), wish).medium() == medium;
                })
                .toList();
    }
}
