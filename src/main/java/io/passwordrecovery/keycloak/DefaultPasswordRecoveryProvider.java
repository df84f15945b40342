// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Clock;
import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.account.IdentifierNormalizer;
import io.passwordrecovery.account.LimitKeys;
import io.passwordrecovery.code.CodeGenerator;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.DecoyDestination;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.DeliveryQueue;
import io.passwordrecovery.delivery.DestinationChooser;
import io.passwordrecovery.keycloak.audit.KeycloakRecoveryEvents;
import io.passwordrecovery.keycloak.audit.KeycloakVerificationEvents;
import io.passwordrecovery.keycloak.callers.AccessTokenCheck;
import io.passwordrecovery.keycloak.callers.AllowedClients;
import io.passwordrecovery.keycloak.callers.WebOrigins;
import io.passwordrecovery.keycloak.credentials.DurablePasswords;
import io.passwordrecovery.keycloak.credentials.KeycloakLockout;
import io.passwordrecovery.keycloak.credentials.KeycloakPasswords;
import io.passwordrecovery.keycloak.credentials.KeycloakPolicyRules;
import io.passwordrecovery.keycloak.messages.KeycloakChangeNotices;
import io.passwordrecovery.keycloak.messages.KeycloakCourier;
import io.passwordrecovery.keycloak.messages.QueuedMessage;
import io.passwordrecovery.keycloak.realm.KeycloakClock;
import io.passwordrecovery.keycloak.realm.KeycloakTexts;
import io.passwordrecovery.keycloak.realm.RealmMedia;
import io.passwordrecovery.keycloak.realm.RealmPhones;
import io.passwordrecovery.keycloak.realm.RealmSettings;
import io.passwordrecovery.keycloak.store.KeycloakIdempotentCalls;
import io.passwordrecovery.keycloak.store.RealmLimits;
import io.passwordrecovery.keycloak.users.KeycloakAccounts;
import io.passwordrecovery.keycloak.users.KeycloakPhoneBook;
import io.passwordrecovery.keycloak.users.KeycloakSessions;
import io.passwordrecovery.keycloak.users.UserDestinations;
import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.password.AfterPasswordChange;
import io.passwordrecovery.password.PasswordUpdate;
import io.passwordrecovery.password.Passwords;
import io.passwordrecovery.password.UpdateEvents;
import io.passwordrecovery.phone.AllowedNumbers;
import io.passwordrecovery.recovery.AccountResolver;
import io.passwordrecovery.recovery.CompleteProvenReset;
import io.passwordrecovery.recovery.PasswordRecovery;
import io.passwordrecovery.recovery.RecoveryParts;
import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.sms.SmsGateways;
import io.passwordrecovery.verification.PhoneVerification;
import io.passwordrecovery.verification.VerificationParts;

/** Puts the core together for one request. */
final class DefaultPasswordRecoveryProvider implements PasswordRecoveryProvider {
    private final KeycloakSession session;
    private final CodeGenerator generator;
    private final DeliveryQueue<QueuedMessage> queue;
    private final RealmModel realm;
    private final RecoverySettings settings;
    private final List<DeliveryMedium> media;
    private final RealmLimits ledgers;
    private final Clock clock = new KeycloakClock();

    DefaultPasswordRecoveryProvider(
            KeycloakSession session, CodeGenerator generator, DeliveryQueue<QueuedMessage> queue) {
        this.session = session;
        this.generator = generator;
        this.queue = queue;
        this.realm = session.getContext().getRealm();
        this.settings = RealmSettings.read(realm);
        this.media = RealmMedia.of(settings, session.getKeycloakSessionFactory());
        this.ledgers = new RealmLimits(session, realm, settings, clock);
    }

    @Override
    public boolean isSwitchedOn() {
        return RealmSettings.isSwitchedOn(realm);
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
    public CompleteProvenReset replacement() {
        return new CompleteProvenReset(parts(new KeycloakPasswords(session, realm)));
    }

    private RecoveryParts parts(Passwords passwords) {
        RecoveryKey key = ledgers.key();
        RealmPhones phones = new RealmPhones(settings);
        IdentifierNormalizer spelling = phones.spelling();
        KeycloakAccounts accounts =
                new KeycloakAccounts(session, realm, new UserDestinations(settings, media), spelling);
        LimitKeys subjects = new LimitKeys(key, spelling);
        AllowedNumbers allowed = phones.allowed();
        DecoyDestination decoys =
                new DecoyDestination(key, media, number -> allowed.read(number).isPresent());
        return new RecoveryParts(
                realm.getId(),
                settings,
                accounts,
                subjects,
                new AccountResolver(
                        accounts,
                        new AccountResolver.Naming(spelling, subjects),
                        new DestinationChooser(media),
                        decoys),
                ledgers.codes(generator),
                ledgers.tickets(),
                ledgers.requestLimits(),
                ledgers.smsLimits(),
                ledgers.guessLimits(),
                courier(),
                passwords,
                aftermath(),
                new KeycloakRecoveryEvents(session, realm),
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
                new KeycloakPhoneBook(session, realm),
                new KeycloakVerificationEvents(session, realm),
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
        return new KeycloakRecoveryEvents(session, realm);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public AllowedClients clients() {
        return new AllowedClients(session, realm, settings);
    }

    @Override
    public AccessTokenCheck signedInUsers() {
        return new AccessTokenCheck(session, realm);
    }

    @Override
    public WebOrigins webOrigins() {
        return new WebOrigins(session, realm);
    }

    @Override
    public KeycloakIdempotentCalls retriedCalls() {
        return new KeycloakIdempotentCalls(ledgers.store(), ledgers.key());
    }

    @Override
    public KeycloakTexts texts() {
        return new KeycloakTexts(session, realm);
    }

    @Override
    public KeycloakPolicyRules policyRules() {
        return new KeycloakPolicyRules(realm);
    }

    private Courier courier() {
        return new KeycloakCourier(session, realm, queue);
    }

    private AfterPasswordChange aftermath() {
        KeycloakChangeNotices notices =
                new KeycloakChangeNotices(session, clock, new UserDestinations(settings, media), ledgers.smsLimits());
        return new AfterPasswordChange(new KeycloakSessions(session, realm), notices, courier(), settings);
    }

    @Override
    public void close() {
        // nothing is held beyond the request
    }
}
