// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.List;
import java.util.Optional;

/** Which of an account's destinations gets the code. */
public final class DestinationChooser {
    private final List<DeliveryMedium> order;

    /** @param order the realm's {@code delivery-order}; a medium that is not in it is never used */
    public DestinationChooser(List<DeliveryMedium> order) {
        this.order = List.copyOf(order);
    }

    /** Chooses the preferred medium, then the wished one, each where the realm and the account have it. */
    public Optional<Destination> choose(
            List<Destination> available, Optional<DeliveryMedium> preference, Optional<DeliveryMedium> wish) {
        return preference
                .filter(order::contains)
                .flatMap(medium -> with(medium, available))
                .or(() -> choose(available, wish));
    }

    /** Chooses the wished medium where the realm and the account have it, else the first of the realm's order. */
    public Optional<Destination> choose(List<Destination> available, Optional<DeliveryMedium> wish) {
        return wish.filter(order::contains)
                .flatMap(medium -> with(medium, available))
                .or(() -> order.stream()
                        .flatMap(medium -> with(medium, available).stream())
                        .findFirst());
    }

    private static Optional<Destination> with(DeliveryMedium medium, List<Destination> available) {
        return available.stream().filter(d -> d.medium() == medium).findFirst();
    }
}
