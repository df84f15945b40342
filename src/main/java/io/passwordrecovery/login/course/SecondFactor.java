// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.course;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

import io.passwordrecovery.settings.SignInAgain;

/** What users prove themselves with beside the password: OTP, WebAuthn, recovery codes, or what a plugin stores. */
final class SecondFactor {
    private static final Set<String> PASSWORDS =
            Set.of(PasswordCredentialModel.TYPE, PasswordCredentialModel.PASSWORD_HISTORY);

    private final Set<String> types;

    private SecondFactor(Set<String> types) {
        this.types = types;
    }

    static SecondFactor of(UserModel user) {
        SubjectCredentialManager credentials = user.credentialManager();
        // An OTP may be kept by a user federation, which stores nothing here.
        Stream<String> federated = Stream.of(OTPCredentialModel.TYPE).filter(credentials::isConfiguredFor);
        return new SecondFactor(
                Stream.concat(credentials.getStoredCredentialsStream().map(CredentialModel::getType), federated)
                        .filter(type -> !PASSWORDS.contains(type))
                        .collect(Collectors.toSet()));
    }

    /**
     * Whether the user has to sign in with the new password before they go on. With {@code never} only those have to whose
     * second factor the reset flow itself has not asked for: a reset never takes anybody past it.
     */
    boolean mustSignInAgain(SignInAgain setting, AuthenticationSessionModel login) {
        return switch (setting) {
            case ALWAYS -> true;
            case SECOND_FACTOR -> !types.isEmpty();
            case NEVER -> !types.isEmpty() && !wasAskedFor(login);
        };
    }

    private boolean wasAskedFor(AuthenticationSessionModel login) {
        Set<String> asked = new HashSet<>(AuthenticatorUtil.getAuthnCredentials(login));
        asked.retainAll(types);
        return !asked.isEmpty();
    }
}
