// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.Optional;
import java.util.function.Function;

/** Shows the account's own address, masked, and a decoy's for somebody who has none. */
public final class MaskedDestination implements ShownDestination {
    private final DecoyDestination decoys;

    public MaskedDestination(DecoyDestination decoys) {
        this.decoys = decoys;
    }

    @Override
    public CodeDelivery of(
            String name,
            Optional<DeliveryMedium> wish,
            Function<Optional<DeliveryMedium>, Optional<Destination>> real) {
        CodeDelivery decoy = decoys.of(name, wish);
        // Somebody who typed an address is shown that one, whatever it led to.
        return real.apply(wish)
                .map(one -> Destination.typed(one.medium(), name).orElse(one))
                .map(CodeDelivery::to)
                .orElse(decoy);
    }
}
