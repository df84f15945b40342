// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Shows what was typed, if it is an address of the medium, and else stars alone: letters of a real address tell real names
 * from made-up ones wherever a realm has few mail domains.
 */
public final class TypedDestination implements ShownDestination {
    private final List<DeliveryMedium> order;
    private final Predicate<String> isAllowedNumber;

    /** @param isAllowedNumber whether text messages may go to a number */
    public TypedDestination(List<DeliveryMedium> order, Predicate<String> isAllowedNumber) {
        this.order = List.copyOf(order);
        this.isAllowedNumber = isAllowedNumber;
    }

    @Override
    public CodeDelivery of(
            String name,
            Optional<DeliveryMedium> wish,
            Function<Optional<DeliveryMedium>, Optional<Destination>> real) {
        DeliveryMedium medium = wish.filter(order::contains)
                .filter(one -> isUsable(one, name))
                .or(() -> order.stream().filter(one -> isUsable(one, name)).findFirst())
                .orElseGet(() -> order.get(0));
        String stars = switch (medium) {
            case EMAIL -> Destination.maskedEmail("@");
            case SMS -> Destination.maskedPhone("");
        };
        return Destination.typed(medium, name).map(CodeDelivery::to).orElse(new CodeDelivery(medium, stars));
    }

    private boolean isUsable(DeliveryMedium medium, String name) {
        return Destination.typed(medium, name)
                .filter(typed -> medium == DeliveryMedium.SMS && !isAllowedNumber.test(typed.address()))
                .isEmpty();
    }
}
