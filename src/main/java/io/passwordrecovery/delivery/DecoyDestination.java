// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

    /** E.164 with its plus sign, as somebody types a phone number in place of a user name. */
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[0-9]{4,15}");

    private final RecoveryKey key;
    private final List<DeliveryMedium> order;
    private final DestinationChooser chooser;

    public DecoyDestination(RecoveryKey key, List<DeliveryMedium> order) {
        this.key = key;
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
        return chooser.choose(some, wish)
                .or(() -> chooser.choose(all, wish))
                .map(CodeDelivery::to)
                .orElseThrow(() -> new IllegalStateException("no delivery medium among " + order));
    }

    // Most accounts have an email address, many a phone number; whoever is found by an address has it.
    private static boolean has(DeliveryMedium medium, String name, byte[] hash) {
        return switch (medium) {
            case EMAIL -> isEmail(name) || (hash[7] & 0x07) != 0;
            case SMS -> isPhone(name) || (hash[0] & 0x01) != 0;
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
        return name.indexOf('@') > 0;
    }

    private static boolean isPhone(String name) {
        return PHONE_NUMBER.matcher(name).matches();
    }

    private static String letter(byte octet) {
        return String.valueOf(LETTERS.charAt((octet & 0xff) % LETTERS.length()));
    }
}
