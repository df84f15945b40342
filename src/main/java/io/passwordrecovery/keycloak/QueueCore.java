// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Clock;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.code.CodeGenerator;
import io.passwordrecovery.code.Codes;
import io.passwordrecovery.keycloak.audit.DayFigures;
import io.passwordrecovery.keycloak.audit.KeycloakRecoveryEvents;
import io.passwordrecovery.keycloak.audit.UserEvents;
import io.passwordrecovery.keycloak.messages.DeliveryCore;
import io.passwordrecovery.keycloak.realm.KeycloakClock;
import io.passwordrecovery.keycloak.realm.RealmSettings;
import io.passwordrecovery.keycloak.store.RealmLimits;
import io.passwordrecovery.recovery.IssueResetCode;
import io.passwordrecovery.recovery.ResetCodes;
import io.passwordrecovery.settings.RecoverySettings;

/** The part of the core that runs in the queue: with the realm's settings of then, not of the request. */
final class QueueCore implements DeliveryCore {
    private final CodeGenerator generator;
    private final DayFigures figures;
    private final Clock clock = new KeycloakClock();

    QueueCore(CodeGenerator generator, DayFigures figures) {
        this.generator = generator;
        this.figures = figures;
    }

    @Override
    public IssueResetCode issuing(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        RecoverySettings settings = RealmSettings.read(realm);
        RealmLimits limits = new RealmLimits(session, realm, settings, clock);
        return new IssueResetCode(
                new RealmPeople(session, settings, limits).resolver(),
                limits.requestLimits(),
                limits.smsLimits(),
                new ResetCodes(realm.getId(), limits.codes(generator), limits.guessLimits(), settings, clock),
                new KeycloakRecoveryEvents(new UserEvents(session, realm, figures)));
    }

    @Override
    public Codes codes(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return new RealmLimits(session, realm, RealmSettings.read(realm), clock).codes(generator);
    }
}
