// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.limits.Caller;

/**
 * An administrator tries a realm's mail server or SMS gateway.
 *
 * @param reader the administrator
 * @param readersRealm the realm that the administrator is a user of, which may be another
 */
public record TestMessage(UserModel reader, RealmModel readersRealm, DeliveryMedium medium, Caller caller) {}
