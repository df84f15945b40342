// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.util.List;
import java.util.function.Predicate;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.account.Accounts;
import io.passwordrecovery.account.IdentifierNormalizer;
import io.passwordrecovery.account.LimitKeys;
import io.passwordrecovery.delivery.DecoyDestination;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.DestinationChooser;
import io.passwordrecovery.delivery.MaskedDestination;
import io.passwordrecovery.delivery.ShownDestination;
import io.passwordrecovery.delivery.TypedDestination;
import io.passwordrecovery.keycloak.realm.RealmMedia;
import io.passwordrecovery.keycloak.realm.RealmPhones;
import io.passwordrecovery.keycloak.store.KeycloakChangedAddresses;
import io.passwordrecovery.keycloak.store.RealmLimits;
import io.passwordrecovery.keycloak.users.KeycloakAccounts;
import io.passwordrecovery.keycloak.users.UserDestinations;
import io.passwordrecovery.keycloak.users.VerifiedPhones;
import io.passwordrecovery.phone.AllowedNumbers;
import io.passwordrecovery.recovery.AccountResolver;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** Who a realm's names stand for, and where their codes go: the core's part of it, with Keycloak behind its ports. */
final class RealmPeople {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final RecoverySettings settings;
    private final RealmLimits limits;

    RealmPeople(KeycloakSession session, RecoverySettings settings, RealmLimits limits) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.settings = settings;
        this.limits = limits;
    }

    AccountResolver resolver() {
        RealmPhones phones = new RealmPhones(settings);
        IdentifierNormalizer normalizer = phones.normalizer();
        AllowedNumbers allowed = phones.allowed();
        List<DeliveryMedium> media = media();
        return new AccountResolver(
                accounts(),
                normalizer,
                new LimitKeys(limits.key(), normalizer),
                new DestinationChooser(media),
                shown(media, number -> allowed.read(number).isPresent()));
    }

    private ShownDestination shown(List<DeliveryMedium> media, Predicate<String> isAllowedNumber) {
        return switch (settings.get(RecoveryOptions.SHOW_DESTINATION)) {
            case TYPED_ONLY -> new TypedDestination(media, isAllowedNumber);
            case MASKED -> new MaskedDestination(new DecoyDestination(limits.key(), media, isAllowedNumber));
        };
    }

    Accounts accounts() {
        return accounts(session);
    }

    /** The same in another session of the realm. */
    Accounts accounts(KeycloakSession of) {
        return new KeycloakAccounts(of, of.getContext().getRealm(), destinations(), limits.passwordEpochs(), settings);
    }

    UserDestinations destinations() {
        return destinations(realm);
    }

    /** The same for users of another realm: their numbers are proven there. */
    UserDestinations destinations(RealmModel usersRealm) {
        return new UserDestinations(
                settings,
                media(),
                new KeycloakChangedAddresses(session, realm, settings),
                new VerifiedPhones(session, usersRealm));
    }

    private List<DeliveryMedium> media() {
        return RealmMedia.of(settings, session.getKeycloakSessionFactory());
    }
}
