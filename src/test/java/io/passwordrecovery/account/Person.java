// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;

/** Somebody with an account. */
public record Person(
        String username, Optional<String> email, Optional<String> phone, Optional<DeliveryMedium> preference) {
    public static Person named(String username) {
        return new Person(username, Optional.of(username + "@example.test"), Optional.empty(), Optional.empty());
    }

    public Person withEmail(String address) {
        return new Person(username, Optional.of(address), phone, preference);
    }

    public Person withoutEmail() {
        return new Person(username, Optional.empty(), phone, preference);
    }

    public Person withPhone(String number) {
        return new Person(username, email, Optional.of(number), preference);
    }

    public Person preferring(DeliveryMedium medium) {
        return new Person(username, email, phone, Optional.of(medium));
    }

    public String accountId() {
        return "id-of-" + username;
    }

    public String emailAddress() {
        return email.orElseThrow();
    }

    List<Destination> destinations() {
        List<Destination> all = new ArrayList<>();
        phone.ifPresent(number -> all.add(new Destination(DeliveryMedium.SMS, number)));
        email.ifPresent(address -> all.add(new Destination(DeliveryMedium.EMAIL, address)));
        return all;
    }
}
