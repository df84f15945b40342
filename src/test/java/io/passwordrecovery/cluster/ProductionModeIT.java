// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cluster;

import java.util.List;
import java.util.Map;
import jakarta.ws.rs.BadRequestException;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

import io.passwordrecovery.testkit.server.Cluster;
import io.passwordrecovery.testkit.server.OnClusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a production server refuses, and what it says when it starts. */
@OnClusters
class ProductionModeIT {
    @AutoClose
    static final ClusterWorld world = ClusterWorld.onOrSkip(Cluster.EMBEDDED_CACHES);

    // Its messages, codes and all, would be in a production server's log.
    @Test
    void logGatewayIsRefused() {
        BadRequestException refused = catchThrowableOfType(
                BadRequestException.class, () -> world.realm().configure(Map.of("sms-gateway", "log")));

        assertThat(refused.getResponse().readEntity(String.class))
                .contains("sms-gateway log: gateway log works in development mode only");
    }

    @Test
    void startingNodeNamesTheRealmThatCannotSend() {
        RealmRepresentation imported = new RealmRepresentation();
        imported.setRealm("imported-with-a-pigeon");
        RequiredActionProviderRepresentation action = new RequiredActionProviderRepresentation();
        action.setAlias("CHANGE_PASSWORD");
        action.setProviderId("CHANGE_PASSWORD");
        action.setName("Change password");
        action.setEnabled(true);
        action.setConfig(Map.of("sms-gateway", "pigeon"));
        imported.setRequiredActions(List.of(action));
        world.nodes().first().admin().realms().create(imported);

        world.nodes().second().stop();
        world.nodes().second().startAgain();

        assertThat(world.nodes().second().log())
                .contains("Realm imported-with-a-pigeon sends no text messages: sms-gateway pigeon is not installed");
    }
}
