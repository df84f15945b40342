// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Clock;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import io.passwordrecovery.keycloak.callers.AccessTokenCheck;
import io.passwordrecovery.keycloak.callers.AdminClients;
import io.passwordrecovery.keycloak.callers.AllowedClients;
import io.passwordrecovery.keycloak.callers.RealmSwitches;
import io.passwordrecovery.keycloak.callers.WebOrigins;
import io.passwordrecovery.keycloak.credentials.FederatedPassword;
import io.passwordrecovery.keycloak.credentials.KeycloakPolicyRules;
import io.passwordrecovery.keycloak.realm.KeycloakClock;
import io.passwordrecovery.keycloak.realm.KeycloakTexts;
import io.passwordrecovery.keycloak.realm.RealmSettings;
import io.passwordrecovery.keycloak.store.KeycloakIdempotentCalls;
import io.passwordrecovery.keycloak.store.RealmLimits;
import io.passwordrecovery.limits.AccountCounts;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.observation.Calls;
import io.passwordrecovery.password.AssignPassword;
import io.passwordrecovery.password.PasswordUpdate;
import io.passwordrecovery.password.PolicyRules;
import io.passwordrecovery.recovery.CompleteProvenReset;
import io.passwordrecovery.recovery.PasswordRecovery;
import io.passwordrecovery.recovery.SendOutcome;
import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.sms.SmsGateways;
import io.passwordrecovery.verification.AddressVerification;
import io.passwordrecovery.web.IdempotentCalls;
import io.passwordrecovery.web.Texts;

/** What the doors get, for one request. */
final class DefaultPasswordRecoveryProvider implements PasswordRecoveryProvider {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final RecoverySettings settings;
    private final RealmLimits limits;
    private final Journeys journeys;
    private final RecoveryNode node;
    private final Clock clock = new KeycloakClock();

    DefaultPasswordRecoveryProvider(KeycloakSession session, RecoveryNode node) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.node = node;
        this.settings = RealmSettings.read(realm);
        this.limits = new RealmLimits(session, realm, settings, clock);
        this.journeys = new Journeys(session, settings, node, limits, clock);
    }

    @Override
    public boolean isSwitchedOn() {
        return RealmSettings.isSwitchedOn(realm);
    }

    @Override
    public boolean isReady() {
        return node.readiness().isGiven();
    }

    @Override
    public RealmSwitches realmSwitches() {
        return new RealmSwitches(session, realm);
    }

    @Override
    public Calls calls() {
        return new KeycloakCalls(session, realm);
    }

    @Override
    public RecoverySettings settings() {
        return settings;
    }

    @Override
    public PasswordRecovery recovery() {
        return journeys.recovery();
    }

    @Override
    public CompleteProvenReset provenReset() {
        return journeys.provenReset();
    }

    @Override
    public PasswordUpdate update() {
        return journeys.update();
    }

    @Override
    public boolean sendsTextMessages() {
        return new SmsGateways(session.getKeycloakSessionFactory()).isReady(settings.get(PhoneOptions.SMS_GATEWAY));
    }

    @Override
    public AddressVerification addressVerification() {
        return journeys.addressVerification();
    }

    @Override
    public RecoveryStatus status() {
        return RecoveryStatus.of(session, realm, node);
    }

    @Override
    public SendOutcome sendResetCode(String accountId, Caller caller) {
        return journeys.sending().send(accountId, caller);
    }

    @Override
    public AssignPassword assignPassword() {
        return journeys.assigning();
    }

    @Override
    public TestOutcome sendTestMessage(TestMessage wanted) {
        return new TestSending(session, settings, limits).send(wanted);
    }

    @Override
    public AccountCounts accountCounts() {
        return new AccountCounts(limits.guessLimits(), limits.requestLimits());
    }

    @Override
    public boolean isPasswordWritable(String accountId) {
        UserModel user = session.users().getUserById(realm, accountId);
        return user != null && !FederatedPassword.isReadOnly(realm, user);
    }

    @Override
    public String passwordVersion(String accountId) {
        return journeys.accounts().passwordVersion(accountId);
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
    public AdminClients adminClients() {
        return new AdminClients(session, realm);
    }

    @Override
    public AccessTokenCheck accessTokens() {
        return new AccessTokenCheck(session, realm);
    }

    @Override
    public WebOrigins webOrigins() {
        return new WebOrigins(session, realm);
    }

    @Override
    public IdempotentCalls idempotentCalls() {
        return new KeycloakIdempotentCalls(session, limits.store(), limits.key());
    }

    @Override
    public Texts texts() {
        return new KeycloakTexts(session, realm);
    }

    @Override
    public PolicyRules policyRules() {
        return new KeycloakPolicyRules(realm);
    }

    @Override
    public void close() {
        // nothing is held beyond the request
    }
}
