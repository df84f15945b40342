// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.util.List;
import java.util.stream.IntStream;

import org.keycloak.representations.idm.UserRepresentation;

/** Users {@code known0}, … to be imported: afterwards they are in the database, and in no cache. */
public final class ColdUsers {
    private ColdUsers() {}

    /** @param to the number after the last one's */
    public static List<UserRepresentation> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(ColdUsers::user).toList();
    }

    public static String address(int number) {
        return "known" + number + "@example.test";
    }

    private static UserRepresentation user(int number) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername("known" + number);
        user.setEmail(address(number));
        user.setFirstName("Known");
        user.setLastName("User");
        user.setEnabled(true);
        return user;
    }
}
