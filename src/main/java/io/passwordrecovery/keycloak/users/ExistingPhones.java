// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.List;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Proves the numbers that were flagged as verified before flags needed a proof, or that came with an imported realm: once
 * a realm, which is noted in its attributes. Decision 0027 says why.
 */
public final class ExistingPhones {
    private static final Logger LOG = Logger.getLogger(ExistingPhones.class);
    private static final String DONE = "passwordRecovery.phonesProven";
    private static final int AT_ONCE = 200;

    private final KeycloakSessionFactory factory;
    private volatile boolean isStarted;

    public ExistingPhones(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Proves them in every realm where it has not been done, each batch of users in a transaction of its own. */
    public void serverHasStarted() {
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .filter(realm -> realm.getAttribute(DONE) == null)
                        .map(RealmModel::getId)
                        .toList());
        realms.forEach(this::prove);
        isStarted = true;
    }

    /**
     * Proves those that came with a realm, within the transaction that created it. While the server starts, its users
     * may still follow from other files: then they are waited for, whatever an exported realm says.
     */
    public void realmIsNew(KeycloakSession session, RealmModel realm) {
        if (isStarted) {
            prove(session, realm, flagged(session, realm));
            realm.setAttribute(DONE, "true");
        } else {
            realm.removeAttribute(DONE);
        }
    }

    private void prove(String realmId) {
        List<String> users = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> flagged(session, session.realms().getRealm(realmId)));
        for (int from = 0; from < users.size(); from += AT_ONCE) {
            List<String> batch = users.subList(from, Math.min(from + AT_ONCE, users.size()));
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                session.getContext().setRealm(realm);
                prove(session, realm, batch);
            });
        }
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> session.realms().getRealm(realmId).setAttribute(DONE, "true"));
        if (!users.isEmpty()) {
            LOG.infof("%d phone numbers of realm %s stay verified", users.size(), realmId);
        }
    }

    private static void prove(KeycloakSession session, RealmModel realm, List<String> users) {
        VerifiedPhones phones = new VerifiedPhones(session, realm);
        for (String id : users) {
            UserModel user = local(session).getUserById(realm, id);
            String number = user == null ? null : user.getFirstAttribute(PhoneAttributes.NUMBER);
            if (user != null && number != null) {
                phones.prove(user, number);
            }
        }
    }

    private static List<String> flagged(KeycloakSession session, RealmModel realm) {
        return local(session)
                .searchForUserByUserAttributeStream(realm, PhoneAttributes.VERIFIED, "true")
                .map(user -> user.getId())
                .toList();
    }

    // Keycloak's own database, with whom directories have been imported into it: no directory is asked.
    private static UserProvider local(KeycloakSession session) {
        return session.getProvider(UserProvider.class);
    }
}
