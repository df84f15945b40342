// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Clock;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.account.Accounts;
import io.passwordrecovery.keycloak.audit.DurableRecoveryEvents;
import io.passwordrecovery.keycloak.audit.KeycloakRecoveryEvents;
import io.passwordrecovery.keycloak.audit.KeycloakUpdateEvents;
import io.passwordrecovery.keycloak.audit.KeycloakVerificationEvents;
import io.passwordrecovery.keycloak.audit.UserEvents;
import io.passwordrecovery.keycloak.credentials.DurablePasswords;
import io.passwordrecovery.keycloak.credentials.KeycloakLockout;
import io.passwordrecovery.keycloak.credentials.KeycloakPasswords;
import io.passwordrecovery.keycloak.messages.KeycloakAcceptedRequests;
import io.passwordrecovery.keycloak.messages.KeycloakChangeNotices;
import io.passwordrecovery.keycloak.messages.KeycloakCourier;
import io.passwordrecovery.keycloak.realm.RealmPhones;
import io.passwordrecovery.keycloak.realm.RealmSettings;
import io.passwordrecovery.keycloak.store.RealmLimits;
import io.passwordrecovery.keycloak.users.DurableAccounts;
import io.passwordrecovery.keycloak.users.DurableSessions;
import io.passwordrecovery.keycloak.users.KeycloakAddressBook;
import io.passwordrecovery.keycloak.users.KeycloakSessions;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.password.AfterPasswordChange;
import io.passwordrecovery.password.AssignPassword;
import io.passwordrecovery.password.PasswordUpdate;
import io.passwordrecovery.password.Sessions;
import io.passwordrecovery.phone.AllowedNumbers;
import io.passwordrecovery.recovery.AccountResolver;
import io.passwordrecovery.recovery.CodeCheck;
import io.passwordrecovery.recovery.CompleteProvenReset;
import io.passwordrecovery.recovery.ConfirmReset;
import io.passwordrecovery.recovery.PasswordRecovery;
import io.passwordrecovery.recovery.ProveOwnership;
import io.passwordrecovery.recovery.RequestReset;
import io.passwordrecovery.recovery.ResetCodes;
import io.passwordrecovery.recovery.SendResetCode;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.verification.AddressVerification;
import io.passwordrecovery.verification.EnterPhoneNumber;
import io.passwordrecovery.verification.ProveAddress;
import io.passwordrecovery.verification.SendEmailCode;
import io.passwordrecovery.verification.VerificationCodes;

/** Puts the core's journeys together, with Keycloak behind their ports, for one request. */
final class Journeys {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final RecoverySettings settings;
    private final RecoveryNode node;
    private final KeycloakCourier courier;
    private final RealmLimits limits;
    private final RealmPeople people;
    private final Clock clock;

    Journeys(KeycloakSession session, RecoverySettings settings, RecoveryNode node, RealmLimits limits, Clock clock) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.settings = settings;
        this.node = node;
        this.courier = new KeycloakCourier(session, realm, node.queue());
        this.limits = limits;
        this.people = new RealmPeople(session, settings, limits);
        this.clock = clock;
    }

    PasswordRecovery recovery() {
        AccountResolver resolver = people.resolver();
        DurableRecoveryEvents events = new DurableRecoveryEvents(session, node.figures());
        ResetCodes codes = codes();
        CodeCheck.Limits guessing =
                new CodeCheck.Limits(limits.confirmationLimits(), limits.guessLimits(), limits.requestLimits());
        CodeCheck check = new CodeCheck(resolver, limits.pendingRequests(), guessing, codes, settings, clock);
        return new PasswordRecovery(
                new RequestReset(
                        resolver,
                        limits.requestLimits(),
                        new KeycloakAcceptedRequests(session, realm, node.queue()),
                        events),
                new ConfirmReset(check, codes, new DurablePasswords(session, realm), durableAfter(), events),
                new ProveOwnership(check, codes, events, settings, clock),
                resolver);
    }

    SendResetCode sending() {
        return new SendResetCode(
                people.resolver(),
                limits.requestLimits(),
                limits.smsLimits(),
                codes(),
                courier,
                new KeycloakRecoveryEvents(userEvents()));
    }

    private ResetCodes codes() {
        return new ResetCodes(realm.getId(), limits.codes(node.generator()), limits.guessLimits(), settings, clock);
    }

    // The login goes on in the same transaction, and must find the new password: an old one may have expired.
    CompleteProvenReset provenReset() {
        return new CompleteProvenReset(
                accounts(),
                new KeycloakPasswords(session, realm),
                after(),
                new KeycloakRecoveryEvents(userEvents()),
                clock);
    }

    PasswordUpdate update() {
        return new PasswordUpdate(
                new KeycloakPasswords(session, realm),
                new KeycloakLockout(session, realm),
                limits.failures(),
                after(),
                new KeycloakUpdateEvents(userEvents()));
    }

    AssignPassword assigning() {
        return new AssignPassword(
                new KeycloakPasswords(session, realm), after(), new KeycloakUpdateEvents(userEvents()));
    }

    AddressVerification addressVerification() {
        KeycloakVerificationEvents events = new KeycloakVerificationEvents(userEvents());
        KeycloakAddressBook addresses = new KeycloakAddressBook(session, realm);
        VerificationCodes codes = new VerificationCodes(realm.getId(), limits.codes(node.generator()), settings, clock);
        AllowedNumbers numbers = new RealmPhones(settings).allowed();
        RequestLimits requests = limits.requestLimits();
        return new AddressVerification(
                new EnterPhoneNumber(numbers, requests, limits.smsLimits(), codes, addresses, courier, events),
                new SendEmailCode(requests, codes, courier, events),
                new ProveAddress(limits.guessLimits(), codes, addresses, events),
                addresses,
                clock,
                RealmSettings.maxAuthAge(realm));
    }

    Accounts accounts() {
        return people.accounts();
    }

    private AfterPasswordChange after() {
        return after(accounts(), new KeycloakSessions(session, realm), courier);
    }

    // What follows a password that was set in a transaction of its own.
    private AfterPasswordChange durableAfter() {
        return after(new DurableAccounts(session, people::accounts), new DurableSessions(session), courier.atOnce());
    }

    private AfterPasswordChange after(Accounts accounts, Sessions sessions, KeycloakCourier by) {
        return new AfterPasswordChange(
                accounts,
                sessions,
                new KeycloakLockout(session, realm),
                limits.passwordEpochs(),
                new KeycloakChangeNotices(session, clock, people.destinations(), limits.smsLimits()),
                by,
                settings);
    }

    private UserEvents userEvents() {
        return new UserEvents(session, realm, node.figures());
    }
}
