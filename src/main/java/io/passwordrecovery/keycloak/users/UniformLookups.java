// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.UUID;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Makes finding somebody and finding nobody cost the same.
 *
 * <p>Where Keycloak has its user cache, it remembers whom it found, and asks its database and its user federations anew
 * for whom it did not: so somebody who is found is accompanied by a look-up of somebody who cannot be. Where it has none
 * (feature {@code stateless}), nobody is followed by the look-ups that follow for somebody. The measurements are in
 * {@code docs/decisions/0004-time-of-the-answer.md}.
 */
final class UniformLookups {
    // Its class is in a module (model-storage) of which not every patch is on Maven Central.
    private static final String USER_CACHE_SPI = "userCache";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final boolean usersAreCached;

    UniformLookups(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.usersAreCached = hasUserCache(session.getKeycloakSessionFactory());
    }

    @Nullable
    UserModel lookUp(String name, BiFunction<RealmModel, String, @Nullable UserModel> by) {
        UserModel user = found(name, by);
        if (user != null && usersAreCached) {
            UserModel unused = by.apply(realm, UUID.randomUUID() + "@invalid");
        }
        return user;
    }

    // An address may belong to several where the realm allowed it once, or a directory does (26.7): to nobody, then.
    private @Nullable UserModel found(String name, BiFunction<RealmModel, String, @Nullable UserModel> by) {
        try {
            return by.apply(realm, name);
        } catch (ModelDuplicateException e) {
            return null;
        }
    }

    /** Asks what would be asked about somebody: their lock-out and, where no user is remembered, their credentials. */
    void afterFindingNobody() {
        String nobody = UUID.randomUUID().toString();
        if (realm.isBruteForceProtected()) {
            var unused = session.loginFailures().getUserLoginFailure(realm, nobody);
        }
        if (!usersAreCached) {
            UserModel unused = session.users().getUserById(realm, nobody);
        }
    }

    boolean usersAreCached() {
        return usersAreCached;
    }

    private static boolean hasUserCache(KeycloakSessionFactory factory) {
        return factory.getSpis().stream()
                .filter(spi -> spi.getName().equals(USER_CACHE_SPI))
                .anyMatch(spi -> factory.getProviderFactoriesStream(spi.getProviderClass())
                        .findAny()
                        .isPresent());
    }
}
