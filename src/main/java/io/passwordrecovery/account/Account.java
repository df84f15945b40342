// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import java.util.List;
import java.util.Optional;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;

/**
 * A person's record.
 *
 * @param id Keycloak's user id; stable, never the user name
 * @param username the user name
 * @param destinations every address that a code may be sent to, in no order; empty when there is none
 * @param preference the medium that the user chose, whether or not there is an address for it
 * @param passwordVersion changes whenever the password does; {@code none} while there is no password
 */
public record Account(
        String id,
        String username,
        List<Destination> destinations,
        Optional<DeliveryMedium> preference,
        String passwordVersion) {
    public Account {
        destinations = List.copyOf(destinations);
    }

    /**
     * The present address of a medium.
     *
     * @param medium its name
     */
    public Optional<Destination> destination(String medium) {
        return destinations.stream()
                .filter(destination -> destination.medium().name().equals(medium))
                .findFirst();
    }
}
