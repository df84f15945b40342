// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.passwordrecovery.keys.RecoveryKey;

/**
 * The destination that is shown for a name which leads to no account.
 *
 * <p>It is that of a made-up account, drawn from a keyed hash of the name: always the same for one name, and not to be
 * computed from outside. As with real accounts some have both media and some only one, so that a wish that is not
 * granted says nothing.
 */
public final class DecoyDestination {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final RecoveryKey key;
    private final List<DeliveryMedium> order;
    private final DestinationChooser chooser;
    private final Predicate<String> isAllowedNumber;

    /** @param isAllowedNumber whether text messages may go to a number; where not, an account has it in vain */
    public DecoyDestination(RecoveryKey key, List<DeliveryMedium> order, Predicate<String> isAllowedNumber) {
        this.key = key;
        this.isAllowedNumber = isAllowedNumber;
        this.order = List.copyOf(order);
        this.chooser = new DestinationChooser(order);
    }

    /**
     * Makes up a destination.
     *
     * @param name as typed, normalised; an address among the made-up account's own if it is one
     * @param wish granted as for an account, where the made-up one has the medium
     */
    public CodeDelivery of(String name, Optional<DeliveryMedium> wish) {
        byte[] hash = key.mac("decoy-destination", name);
        List<Destination> all = List.of(
                new Destination(DeliveryMedium.EMAIL, email(name, hash)),
                new Destination(DeliveryMedium.SMS, phone(name, hash)));
        List<Destination> some =
                all.stream().filter(one -> has(one.medium(), name, hash)).toList();
        Optional<DeliveryMedium> preference = preference(hash);
        return chooser.choose(some, preference, wish)
                .or(() -> chooser.choose(all, preference, wish))
                .map(CodeDelivery::to)
                .orElseThrow(() -> new IllegalStateException("no delivery medium among " + order));
    }

    // Most accounts have an email address, many a phone number; whoever is found by an address has it.
    private boolean has(DeliveryMedium medium, String name, byte[] hash) {
        boolean isPhone = isPhone(name);
        return switch (medium) {
            case EMAIL -> isEmail(name) || (hash[7] & 0x07) != 0 || (isPhone && !isAllowedNumber.test(name));
            case SMS -> isPhone ? isAllowedNumber.test(name) : (hash[0] & 0x01) != 0;
        };
    }

    // Some users have chosen a medium; a decoy that always followed the caller's wish would stand out.
    private static Optional<DeliveryMedium> preference(byte[] hash) {
        return switch (hash[8] & 0x0f) {
            case 0 -> Optional.of(DeliveryMedium.SMS);
            case 1 -> Optional.of(DeliveryMedium.EMAIL);
            default -> Optional.empty();
        };
    }

    private static String email(String name, byte[] hash) {
        if (isEmail(name)) {
            return name;
        }
        // Most people's address begins as their user name does; a decoy that never did would stand out.
        boolean likeName = (hash[1] & 0x03) != 0 && Character.isLetter(name.codePointAt(0));
        return (likeName ? name : letter(hash[2])) + "@" + letter(hash[3]);
    }

    private static String phone(String name, byte[] hash) {
        if (isPhone(name)) {
            return name;
        }
        int number = (hash[4] & 0xff) << 16 | (hash[5] & 0xff) << 8 | (hash[6] & 0xff);
        return "+%04d".formatted(number % 10_000);
    }

    private static boolean isEmail(String name) {
        return Destination.typed(DeliveryMedium.EMAIL, name).isPresent();
    }

    private static boolean isPhone(String name) {
        return Destination.typed(DeliveryMedium.SMS, name).isPresent();
    }

    private static String letter(byte octet) {
        return String.valueOf(LETTERS.charAt((octet & 0xff) % LETTERS.length()));
    }
}
