// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Clock;
import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.account.NameSpelling;
import io.passwordrecovery.account.Subjects;
import io.passwordrecovery.code.CodeGenerator;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.DecoyDestination;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.DeliveryQueue;
import io.passwordrecovery.delivery.DestinationChooser;
import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.password.Aftermath;
import io.passwordrecovery.password.PasswordUpdate;
import io.passwordrecovery.password.Passwords;
import io.passwordrecovery.password.UpdateEvents;
import io.passwordrecovery.phone.AllowedNumbers;
import io.passwordrecovery.recovery.PasswordRecovery;
import io.passwordrecovery.recovery.PasswordReplacement;
import io.passwordrecovery.recovery.Recipients;
import io.passwordrecovery.recovery.RecoveryParts;
import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.verification.PhoneVerification;
import io.passwordrecovery.verification.VerificationParts;

/** Puts the core together for one request. */
final class DefaultPasswordRecoveryProvider implements PasswordRecoveryProvider {
    private final KeycloakSession session;
    private final CodeGenerator generator;
    private final DeliveryQueue<Envelope> queue;
    private final RealmModel realm;
    private final RecoverySettings settings;
    private final List<DeliveryMedium> media;
    private final RealmLedgers ledgers;
    private final Clock clock = new RealmClock();

    DefaultPasswordRecoveryProvider(KeycloakSession session, CodeGenerator generator, DeliveryQueue<Envelope> queue) {
        this.session = session;
        this.generator = generator;
        this.queue = queue;
        this.realm = session.getContext().getRealm();
        this.settings = SettingsReader.read(realm);
        this.media = RealmMedia.of(settings, session.getKeycloakSessionFactory());
        this.ledgers = new RealmLedgers(session, realm, settings, clock);
    }

    @Override
    public boolean isSwitchedOn() {
        return SettingsReader.isSwitchedOn(realm);
    }

    @Override
    public RecoverySettings settings() {
        return settings;
    }

    @Override
    public PasswordRecovery recovery() {
        return new PasswordRecovery(parts(new DurablePasswords(session, realm)));
    }

    // The login goes on in the same transaction, and must find the new password: an old one may have expired.
    @Override
    public PasswordReplacement replacement() {
        return new PasswordReplacement(parts(new KeycloakPasswords(session, realm)));
    }

    private RecoveryParts parts(Passwords passwords) {
        RecoveryKey key = ledgers.key();
        RealmPhones phones = new RealmPhones(settings);
        NameSpelling spelling = phones.spelling();
        KeycloakAccounts accounts =
                new KeycloakAccounts(session, realm, new UserDestinations(settings, media), spelling);
        Subjects subjects = new Subjects(key, spelling);
        AllowedNumbers allowed = phones.allowed();
        DecoyDestination decoys =
                new DecoyDestination(key, media, number -> allowed.read(number).isPresent());
        return new RecoveryParts(
                realm.getId(),
                settings,
                accounts,
                subjects,
                new Recipients(
                        accounts, new Recipients.Naming(spelling, subjects), new DestinationChooser(media), decoys),
                ledgers.codes(generator),
                ledgers.tickets(),
                ledgers.requestLimits(),
                ledgers.smsLimits(),
                ledgers.guessLimits(),
                courier(),
                passwords,
                aftermath(),
                new RealmEvents(session, realm),
                clock);
    }

    @Override
    public boolean sendsTextMessages() {
        return new SmsGateways(session.getKeycloakSessionFactory()).isReady(settings.get(PhoneOptions.SMS_GATEWAY));
    }

    @Override
    public PhoneVerification phoneVerification() {
        return new PhoneVerification(new VerificationParts(
                realm.getId(),
                settings,
                new RealmPhones(settings).allowed(),
                ledgers.codes(generator),
                ledgers.tickets(),
                ledgers.requestLimits(),
                ledgers.smsLimits(),
                ledgers.guessLimits(),
                courier(),
                new UserPhoneBook(session, realm),
                new RealmVerificationEvents(session, realm),
                clock));
    }

    @Override
    public PasswordUpdate update() {
        return new PasswordUpdate(
                new KeycloakPasswords(session, realm),
                new KeycloakLockout(session, realm),
                ledgers.failures(),
                aftermath(),
                settings);
    }

    @Override
    public UpdateEvents updateEvents() {
        return new RealmEvents(session, realm);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public AdmittedClients clients() {
        return new AdmittedClients(session, realm, settings);
    }

    @Override
    public SignedInUsers signedInUsers() {
        return new SignedInUsers(session, realm);
    }

    @Override
    public WebOrigins webOrigins() {
        return new WebOrigins(session, realm);
    }

    @Override
    public RetriedCalls retriedCalls() {
        return new RetriedCalls(ledgers.store(), ledgers.key());
    }

    @Override
    public RealmTexts texts() {
        return new RealmTexts(session, realm);
    }

    @Override
    public PolicyRules policyRules() {
        return new PolicyRules(realm);
    }

    private Courier courier() {
        return new QueueingCourier(session, realm, queue);
    }

    private Aftermath aftermath() {
        KeycloakNotices notices =
                new KeycloakNotices(session, clock, new UserDestinations(settings, media), ledgers.smsLimits());
        return new Aftermath(new KeycloakSessions(session, realm), notices, courier(), settings);
    }

    @Override
    public void close() {
        // nothing is held beyond the request
    }
}
