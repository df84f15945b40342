// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.code;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.keycloak.sessions.AuthenticationSessionModel;

import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.recovery.RecoveryProof;

/** What a login remembers from one page to the next; kept by the server, forgotten with the login. */
public final class RecoveryNotes {
    private static final String ROOM = "password-recovery.";
    private static final String ASKED_FOR = ROOM + "asked-for";
    private static final String MEDIUM = ROOM + "medium";
    private static final String OTHER_MEDIUM = ROOM + "other-medium";
    private static final String DESTINATION = ROOM + "destination";
    private static final String NEXT_CODE_AT = ROOM + "next-code-at";
    private static final String BY_CODE = ROOM + "by-code";
    private static final String OWNER = ROOM + "owner";
    private static final String OWNER_MEDIUM = ROOM + "owner-medium";
    private static final String OWNER_PASSWORD = ROOM + "owner-password";
    private static final String OWNER_UNTIL = ROOM + "owner-until";
    private static final String RESET = ROOM + "reset";
    private static final String PASSWORD_AT_SIGN_IN = ROOM + "password-at-sign-in";
    private static final String PASSWORD_ENTERED_BY = ROOM + "password-entered-by";

    private final AuthenticationSessionModel login;

    public RecoveryNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    /** The name that a code was asked for. */
    Optional<String> askedFor() {
        return note(ASKED_FOR);
    }

    void askFor(String name) {
        login.setAuthNote(ASKED_FOR, name);
    }

    /** Where a code was said to go, as shown; empty while none was sent. */
    Optional<CodeDelivery> delivery() {
        return note(DESTINATION)
                .map(destination ->
                        new CodeDelivery(DeliveryMedium.valueOf(note(MEDIUM).orElseThrow()), destination));
    }

    /** The medium that the user may have the code sent by instead. */
    Optional<DeliveryMedium> otherMedium() {
        return note(OTHER_MEDIUM).map(DeliveryMedium::valueOf);
    }

    void delivered(CodeDelivery delivery, List<DeliveryMedium> others) {
        login.removeAuthNote(OTHER_MEDIUM);
        others.forEach(other -> login.setAuthNote(OTHER_MEDIUM, other.name()));
        login.setAuthNote(MEDIUM, delivery.medium().name());
        login.setAuthNote(DESTINATION, delivery.destination());
    }

    /** When the next code may be asked for. */
    Instant nextCodeAt() {
        return instant(NEXT_CODE_AT).orElse(Instant.EPOCH);
    }

    // In whole seconds, rounded up: who waits as told must not come too early.
    void nextCodeAt(Instant at) {
        login.setAuthNote(NEXT_CODE_AT, Long.toString(at.getEpochSecond() + 1));
    }

    /** Whether a signed-in user proves themselves by code rather than by password. */
    public boolean isByCode() {
        return note(BY_CODE).isPresent();
    }

    public void byCode() {
        login.setAuthNote(BY_CODE, "true");
    }

    /** Forgets that a code was asked for. */
    public void startAgain() {
        login.removeAuthNote(BY_CODE);
        login.removeAuthNote(ASKED_FOR);
        login.removeAuthNote(DESTINATION);
    }

    public Optional<RecoveryProof> proof() {
        return note(OWNER)
                .map(owner -> new RecoveryProof(
                        owner,
                        DeliveryMedium.valueOf(note(OWNER_MEDIUM).orElseThrow()),
                        note(OWNER_PASSWORD).orElseThrow(),
                        instant(OWNER_UNTIL).orElseThrow()));
    }

    public void proven(RecoveryProof proof) {
        login.setAuthNote(OWNER, proof.accountId());
        login.setAuthNote(OWNER_MEDIUM, proof.medium().name());
        login.setAuthNote(OWNER_PASSWORD, proof.passwordVersion());
        login.setAuthNote(OWNER_UNTIL, Long.toString(proof.until().getEpochSecond()));
    }

    public void forgetProof() {
        login.removeAuthNote(OWNER);
    }

    /** Whether the login's password was reset by a code: nobody has signed in. */
    public boolean isReset() {
        return note(RESET).isPresent();
    }

    public void reset() {
        login.setAuthNote(RESET, "true");
    }

    /** By when, at the latest, the user had entered their password in this login. */
    public Optional<Instant> passwordEnteredBy() {
        return instant(PASSWORD_ENTERED_BY);
    }

    public void passwordEnteredBy(Instant now) {
        login.setAuthNote(PASSWORD_ENTERED_BY, Long.toString(now.getEpochSecond()));
    }

    /** The version of the password with which the user came in, as far as they have got. */
    public Optional<String> passwordAtSignIn() {
        return note(PASSWORD_AT_SIGN_IN);
    }

    public void passwordAtSignIn(String version) {
        login.setAuthNote(PASSWORD_AT_SIGN_IN, version);
    }

    private Optional<Instant> instant(String name) {
        return note(name).map(Long::parseLong).map(Instant::ofEpochSecond);
    }

    private Optional<String> note(String name) {
        return Optional.ofNullable(login.getAuthNote(name));
    }
}
