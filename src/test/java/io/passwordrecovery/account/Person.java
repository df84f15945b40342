// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;

/** Somebody with an account. */
public record Person(String username, Optional<String> email, Optional<String> phone) {
    public static Person named(String username) {
        return new Person(username, Optional.of(username + "@example.test"), Optional.empty());
    }

    public Person withEmail(String address) {
        return new Person(username, Optional.of(address), phone);
    }

    public Person withoutEmail() {
        return new Person(username, Optional.empty(), phone);
    }

    public Person withPhone(String number) {
        return new Person(username, email, Optional.of(number));
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
