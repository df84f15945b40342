// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Clock;
import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.account.NameSpelling;
import io.passwordrecovery.account.Subjects;
import io.passwordrecovery.code.CodeDigest;
import io.passwordrecovery.code.CodeGenerator;
import io.passwordrecovery.code.Codes;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.DecoyDestination;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.DeliveryQueue;
import io.passwordrecovery.delivery.DestinationChooser;
import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.limits.FailureCount;
import io.passwordrecovery.limits.GuessLimits;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.limits.Slots;
import io.passwordrecovery.limits.SmsLimits;
import io.passwordrecovery.limits.Tickets;
import io.passwordrecovery.password.Aftermath;
import io.passwordrecovery.password.PasswordUpdate;
import io.passwordrecovery.password.Passwords;
import io.passwordrecovery.password.UpdateEvents;
import io.passwordrecovery.phone.AllowedNumbers;
import io.passwordrecovery.recovery.PasswordRecovery;
import io.passwordrecovery.recovery.PasswordReplacement;
import io.passwordrecovery.recovery.Recipients;
import io.passwordrecovery.recovery.RecoveryParts;
import io.passwordrecovery.settings.RecoverySettings;

/** Puts the core together for one request. */
final class DefaultPasswordRecoveryProvider implements PasswordRecoveryProvider {
    private final KeycloakSession session;
    private final CodeGenerator generator;
    private final DeliveryQueue<Envelope> queue;
    private final RealmModel realm;
    private final RecoverySettings settings;
    private final List<DeliveryMedium> media;
    private final Clock clock = new RealmClock();

    DefaultPasswordRecoveryProvider(KeycloakSession session, CodeGenerator generator, DeliveryQueue<Envelope> queue) {
        this.session = session;
        this.generator = generator;
        this.queue = queue;
        this.realm = session.getContext().getRealm();
        this.settings = SettingsReader.read(realm);
        this.media = RealmMedia.of(settings, session.getKeycloakSessionFactory());
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
        RealmKeys keys = new RealmKeys(session, realm);
        RecoveryKey key = keys.active();
        SharedStore store = new SharedStore(session, realm.getId());
        Slots slots = new SharedSlots(store);
        Tickets tickets = new SharedTickets(store);
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
                new Codes(new SharedCodeStore(store), new CodeDigest(keys), generator, clock),
                tickets,
                new RequestLimits(slots, new SharedCounters(store), tickets, settings, clock),
                smsLimits(store, key),
                new GuessLimits(slots, new FailureCount(slots, settings, clock), settings),
                courier(),
                passwords,
                aftermath(),
                new RealmEvents(session, realm),
                clock);
    }

    @Override
    public PasswordUpdate update() {
        Slots slots = new SharedSlots(new SharedStore(session, realm.getId()));
        return new PasswordUpdate(
                new KeycloakPasswords(session, realm),
                new KeycloakLockout(session, realm),
                new FailureCount(slots, settings, clock),
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
        return new RetriedCalls(new SharedStore(session, realm.getId()), new RealmKeys(session, realm).active());
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
                new KeycloakNotices(session, clock, new UserDestinations(settings, media), smsLimits());
        return new Aftermath(new KeycloakSessions(session, realm), notices, courier(), settings);
    }

    private SmsLimits smsLimits() {
        return smsLimits(new SharedStore(session, realm.getId()), new RealmKeys(session, realm).active());
    }

    private SmsLimits smsLimits(SharedStore store, RecoveryKey key) {
        return new SmsLimits(new SharedCounters(store), settings, key, clock);
    }

    @Override
    public void close() {
        // nothing is held beyond the request
    }
}
