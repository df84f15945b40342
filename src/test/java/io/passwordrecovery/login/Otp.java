// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.List;

import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.representations.idm.CredentialRepresentation;

import io.passwordrecovery.testkit.realm.NewUser;

/** A second factor whose secret the tests know. */
final class Otp {
    private static final String SECRET = "a secret of twenty by";

    private Otp() {}

    /** Adds it to what the user has; call before {@code password}, which replaces all, or give the password too. */
    static NewUser of(NewUser user) {
        return user.with(wanted -> wanted.setCredentials(List.of(credential())));
    }

    static NewUser withPassword(NewUser user, String password) {
        CredentialRepresentation second = credential();
        return user.password(password)
                .with(wanted ->
                        wanted.setCredentials(List.of(wanted.getCredentials().get(0), second)));
    }

    static String code() {
        return new TimeBasedOTP().generateTOTP(SECRET);
    }

    private static CredentialRepresentation credential() {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType("otp");
        credential.setCredentialData("""
                {"subType":"totp","digits":6,"counter":0,"period":30,"algorithm":"HmacSHA1"}""");
        credential.setSecretData("""
                {"value":"%s"}""".formatted(SECRET));
        return credential;
    }
}
