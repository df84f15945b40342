// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.util.List;
import java.util.function.Consumer;
import jakarta.ws.rs.core.Response;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** A user about to be created: enabled, named, without email address and password unless told otherwise. */
public final class NewUser {
    private final TestRealm realm;
    private final UserRepresentation user = new UserRepresentation();
    private String password = "";

    NewUser(TestRealm realm, String username) {
        this.realm = realm;
        user.setUsername(username);
        user.setEnabled(true);
        user.setFirstName("Test");
        user.setLastName(username);
        user.setEmail("");
    }

    /** Sets a verified email address. */
    public NewUser email(String email) {
        user.setEmail(email);
        user.setEmailVerified(true);
        return this;
    }

    public NewUser unverifiedEmail(String email) {
        email(email);
        user.setEmailVerified(false);
        return this;
    }

    public NewUser password(String newPassword) {
        password = newPassword;
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(newPassword);
        user.setCredentials(List.of(credential));
        return this;
    }

    /** Sets a verified phone number. */
    public NewUser phone(String e164) {
        return attribute("phoneNumber", e164).attribute("phoneNumberVerified", "true");
    }

    public NewUser disabled() {
        user.setEnabled(false);
        return this;
    }

    public NewUser attribute(String name, String value) {
        user.singleAttribute(name, value);
        return this;
    }

    /** Changes anything else. */
    public NewUser with(Consumer<UserRepresentation> change) {
        change.accept(user);
        return this;
    }

    public TestUser create() {
        try (Response created = realm.resource().users().create(user)) {
            return new TestUser(realm, Created.idOf(created), user.getUsername(), user.getEmail(), password);
        }
    }
}
