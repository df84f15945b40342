// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Clock;

import org.keycloak.provider.Provider;

import io.passwordrecovery.keycloak.callers.AccessTokenCheck;
import io.passwordrecovery.keycloak.callers.AdminClients;
import io.passwordrecovery.keycloak.callers.AllowedClients;
import io.passwordrecovery.keycloak.callers.RealmSwitches;
import io.passwordrecovery.keycloak.callers.WebOrigins;
import io.passwordrecovery.limits.AccountCounts;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.observation.Calls;
import io.passwordrecovery.password.AssignPassword;
import io.passwordrecovery.password.PasswordUpdate;
import io.passwordrecovery.password.PolicyRules;
import io.passwordrecovery.recovery.CompleteProvenReset;
import io.passwordrecovery.recovery.PasswordRecovery;
import io.passwordrecovery.recovery.SendOutcome;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.verification.AddressVerification;
import io.passwordrecovery.web.IdempotentCalls;
import io.passwordrecovery.web.Texts;

/** The core, built for the realm of one request: the one thing that the doors know of Keycloak's side. */
public interface PasswordRecoveryProvider extends Provider {
    /** Whether the realm's switch is on: Authentication → Required actions → Change password. */
    boolean isSwitchedOn();

    /**
     * Whether the server lets the plugin keep its rules. Where it does not, every door says that the service is
     * unavailable, to all names alike, and asks for nothing else of the core.
     */
    boolean isReady();

    /** What the realm lets nobody do, whichever door they come to. */
    RealmSwitches realmSwitches();

    /** What operators see of the doors' calls. */
    Calls calls();

    RecoverySettings settings();

    PasswordRecovery recovery();

    /** For pages, where the code is entered first and the password afterwards. */
    CompleteProvenReset provenReset();

    PasswordUpdate update();

    /** Whether the realm can send text messages now. */
    boolean sendsTextMessages();

    AddressVerification addressVerification();

    /** How it stands with the realm, the server and this node; for administrators. */
    RecoveryStatus status();

    /** For administrators, who may manage the account. */
    SendOutcome sendResetCode(String accountId, Caller caller);

    /** For administrators, who may manage the account. */
    AssignPassword assignPassword();

    /** For administrators: tries a medium, to the administrator's own address; the answer is waited for. */
    TestOutcome sendTestMessage(TestMessage wanted);

    /** For administrators. */
    AccountCounts accountCounts();

    /** Whether the account's password can be changed at all: not where a user federation lets nobody write it. */
    boolean isPasswordWritable(String accountId);

    /** What changes whenever the account's password does; only for its own user. */
    String passwordVersion(String accountId);

    /** Follows Keycloak's own time. */
    Clock clock();

    /** Who may ask. */
    AllowedClients clients();

    /** Which applications may manage users. */
    AdminClients adminClients();

    /** Who is signed in. */
    AccessTokenCheck accessTokens();

    /** Which web pages may ask. */
    WebOrigins webOrigins();

    /** Calls that a client library repeats. */
    IdempotentCalls idempotentCalls();

    /** What to tell users, in the request's language. */
    Texts texts();

    /** Hints for choosing a password. */
    PolicyRules policyRules();
}
