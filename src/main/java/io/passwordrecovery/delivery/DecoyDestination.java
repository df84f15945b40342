// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.passwordrecovery.keys.RecoveryKey;

/**
 * The destination that is shown for a name which leads to no account.
 *
 * <p>It is a keyed hash of the name: always the same for one name, and not to be computed from outside.
 */
public final class DecoyDestination {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final RecoveryKey key;
    private final List<DeliveryMedium> order;

    public DecoyDestination(RecoveryKey key, List<DeliveryMedium> order) {
        this.key = key;
        this.order = List.copyOf(order);
    }

    /**
     * Makes up a destination.
     *
     * @param name as typed, normalised
     * @param wish honoured as for an account that has every medium of the realm's order
     */
    public CodeDelivery of(String name, Optional<DeliveryMedium> wish) {
        byte[] hash = key.mac("decoy-destination", name);
        DeliveryMedium medium =
                wish.filter(order::contains).orElseGet(() -> order.get((hash[0] & 0xff) % order.size()));
        return new CodeDelivery(medium, medium == DeliveryMedium.EMAIL ? email(name, hash) : phone(hash));
    }

    private static String email(String name, byte[] hash) {
        if (name.indexOf('@') > 0) {
            return Destination.maskedEmail(name);
        }
        // Most people's address begins as their user name does; a decoy that never did would stand out.
        boolean likeName = (hash[1] & 0x03) != 0 && Character.isLetter(name.codePointAt(0));
        String local = likeName ? name.toLowerCase(Locale.ROOT) : letter(hash[2]);
        return Destination.maskedEmail(local + "@" + letter(hash[3]));
    }

    private static String phone(byte[] hash) {
        int number = (hash[4] & 0xff) << 16 | (hash[5] & 0xff) << 8 | (hash[6] & 0xff);
        return Destination.maskedPhone("%04d".formatted(number % 10_000));
    }

    private static String letter(byte octet) {
        return String.valueOf(LETTERS.charAt((octet & 0xff) % LETTERS.length()));
    }
}
