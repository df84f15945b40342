// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Clock;
import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.account.Accounts;
import io.passwordrecovery.account.IdentifierNormalizer;
import io.passwordrecovery.account.LimitKeys;
import io.passwordrecovery.code.CodeGenerator;
import io.passwordrecovery.delivery.DecoyDestination;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.DestinationChooser;
import io.passwordrecovery.keycloak.audit.DurableRecoveryEvents;
import io.passwordrecovery.keycloak.audit.KeycloakRecoveryEvents;
import io.passwordrecovery.keycloak.audit.KeycloakUpdateEvents;
import io.passwordrecovery.keycloak.audit.KeycloakVerificationEvents;
import io.passwordrecovery.keycloak.audit.UserEvents;
import io.passwordrecovery.keycloak.credentials.DurablePasswords;
import io.passwordrecovery.keycloak.credentials.KeycloakLockout;
import io.passwordrecovery.keycloak.credentials.KeycloakPasswords;
import io.passwordrecovery.keycloak.messages.KeycloakChangeNotices;
import io.passwordrecovery.keycloak.messages.KeycloakCourier;
import io.passwordrecovery.keycloak.realm.RealmMedia;
import io.passwordrecovery.keycloak.realm.RealmPhones;
import io.passwordrecovery.keycloak.store.KeycloakChangedAddresses;
import io.passwordrecovery.keycloak.store.RealmLimits;
import io.passwordrecovery.keycloak.users.DurableAccounts;
import io.passwordrecovery.keycloak.users.DurableSessions;
import io.passwordrecovery.keycloak.users.KeycloakAccounts;
import io.passwordrecovery.keycloak.users.KeycloakPhoneBook;
import io.passwordrecovery.keycloak.users.KeycloakSessions;
import io.passwordrecovery.keycloak.users.UserDestinations;
import io.passwordrecovery.keycloak.users.VerifiedPhones;
import io.passwordrecovery.password.AfterPasswordChange;
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
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.verification.EnterPhoneNumber;
import io.passwordrecovery.verification.PhoneCodes;
import io.passwordrecovery.verification.PhoneVerification;
import io.passwordrecovery.verification.ProvePhoneNumber;

/** Puts the core's journeys together, with Keycloak behind their ports, for one request. */
final class Journeys {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final RecoverySettings settings;
    private final KeycloakCourier courier;
    private final RealmLimits limits;
    private final CodeGenerator generator;
    private final Clock clock;

    Journeys(
            KeycloakSession session,
            RecoverySettings settings,
            KeycloakCourier courier,
            RealmLimits limits,
            CodeGenerator generator,
            Clock clock) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.settings = settings;
        this.courier = courier;
        this.limits = limits;
        this.generator = generator;
        this.clock = clock;
    }

    PasswordRecovery recovery() {
        AccountResolver resolver = resolver();
        DurableRecoveryEvents events = new DurableRecoveryEvents(session);
        ResetCodes codes =
                new ResetCodes(realm.getId(), limits.codes(generator), limits.guessLimits(), settings, clock);
        CodeCheck.Limits guessing =
                new CodeCheck.Limits(limits.confirmationLimits(), limits.guessLimits(), limits.requestLimits());
        CodeCheck check = new CodeCheck(resolver, limits.pendingRequests(), guessing, codes, settings, clock);
        return new PasswordRecovery(
                new RequestReset(resolver, limits.requestLimits(), limits.smsLimits(), codes, courier, events, clock),
                new ConfirmReset(check, codes, new DurablePasswords(session, realm), durableAfter(), events),
                new ProveOwnership(check, codes, events, settings, clock),
                resolver);
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

    PhoneVerification phoneVerification() {
        KeycloakVerificationEvents events = new KeycloakVerificationEvents(userEvents());
        KeycloakPhoneBook phoneBook = new KeycloakPhoneBook(session, realm);
        PhoneCodes codes = new PhoneCodes(realm.getId(), limits.codes(generator), settings, clock);
        AllowedNumbers numbers = new RealmPhones(settings).allowed();
        return new PhoneVerification(
                new EnterPhoneNumber(
                        numbers, limits.requestLimits(), limits.smsLimits(), codes, phoneBook, courier, events),
                new ProvePhoneNumber(limits.guessLimits(), codes, phoneBook, events));
    }

    private AccountResolver resolver() {
        RealmPhones phones = new RealmPhones(settings);
        IdentifierNormalizer normalizer = phones.normalizer();
        AllowedNumbers allowed = phones.allowed();
        List<DeliveryMedium> media = media();
        return new AccountResolver(
                accounts(),
                normalizer,
                new LimitKeys(limits.key(), normalizer),
                new DestinationChooser(media),
                new DecoyDestination(
                        limits.key(), media, number -> allowed.read(number).isPresent()));
    }

    Accounts accounts() {
        return accounts(session);
    }

    private Accounts accounts(KeycloakSession of) {
        return new KeycloakAccounts(of, of.getContext().getRealm(), destinations(), limits.passwordEpochs(), settings);
    }

    private AfterPasswordChange after() {
        return after(accounts(), new KeycloakSessions(session, realm), courier);
    }

    // What follows a password that was set in a transaction of its own.
    private AfterPasswordChange durableAfter() {
        return after(new DurableAccounts(session, this::accounts), new DurableSessions(session), courier.atOnce());
    }

    private AfterPasswordChange after(Accounts accounts, Sessions sessions, KeycloakCourier by) {
        return new AfterPasswordChange(
                accounts,
                sessions,
                new KeycloakLockout(session, realm),
                limits.passwordEpochs(),
                new KeycloakChangeNotices(session, clock, destinations(), limits.smsLimits()),
                by,
                settings);
    }

    private UserDestinations destinations() {
        return new UserDestinations(
                settings,
                media(),
                new KeycloakChangedAddresses(session, realm, settings),
                new VerifiedPhones(session, realm));
    }

    private List<DeliveryMedium> media() {
        return RealmMedia.of(settings, session.getKeycloakSessionFactory());
    }

    private UserEvents userEvents() {
        return new UserEvents(session, realm);
    }
}
