// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.Optional;
import java.util.stream.IntStream;

import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * Which flow for forgotten passwords the set-up has bound, and in place of which: by their ids, in two attributes of the
 * realm, so that it is found again under another name.
 */
record BoundFlow(RealmModel realm) {
    private static final String COPY = "password-recovery.reset-flow";
    private static final String PREVIOUS = "password-recovery.previous-reset-flow";
    /** Keycloak's own, that no realm can delete. */
    private static final String BUILT_IN = "reset credentials";

    /** The copy that was made earlier, where it is still there and still of use. */
    Optional<AuthenticationFlowModel> earlierCopy() {
        return flow(COPY).filter(new ResetFlows(realm)::asksForACode);
    }

    /** Whether the bound flow is the set-up's. */
    boolean isCopy() {
        AuthenticationFlowModel bound = realm.getResetCredentialsFlow();
        return bound != null && bound.getId().equals(realm.getAttribute(COPY));
    }

    void bind(AuthenticationFlowModel copy) {
        AuthenticationFlowModel before = realm.getResetCredentialsFlow();
        if (before != null) {
            realm.setAttribute(PREVIOUS, before.getId());
        }
        realm.setAttribute(COPY, copy.getId());
        realm.setResetCredentialsFlow(copy);
    }

    /** The flow that was bound before; Keycloak's own where that one has been deleted since. */
    Optional<AuthenticationFlowModel> previous() {
        return flow(PREVIOUS).or(() -> Optional.ofNullable(realm.getFlowByAlias(BUILT_IN)));
    }

    void bindBefore(AuthenticationFlowModel previous) {
        realm.setResetCredentialsFlow(previous);
        realm.removeAttribute(PREVIOUS);
    }

    /** A name that no flow of the realm has, nor begins with: names within a copy begin with the copy's. */
    String freeAlias(AuthenticationFlowModel flow) {
        String wanted = flow.getAlias() + " by code";
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? wanted : wanted + " " + number)
                .filter(alias -> realm.getAuthenticationFlowsStream()
                        .noneMatch(other -> other.getAlias().startsWith(alias)))
                .findFirst()
                .orElseThrow();
    }

    private Optional<AuthenticationFlowModel> flow(String attribute) {
        return Optional.ofNullable(realm.getAttribute(attribute))
                .flatMap(id -> Optional.ofNullable(realm.getAuthenticationFlowById(id)));
    }
}
