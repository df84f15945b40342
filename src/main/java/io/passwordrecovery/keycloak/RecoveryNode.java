// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import io.passwordrecovery.code.CodeGenerator;
import io.passwordrecovery.delivery.DeliveryQueue;
import io.passwordrecovery.keycloak.audit.DayFigures;
import io.passwordrecovery.keycloak.messages.Queued;

/** What outlives a request on this node, for all realms. */
record RecoveryNode(
        CodeGenerator generator,
        DeliveryQueue<Queued> queue,
        int queueCapacity,
        DayFigures figures,
        Readiness readiness) {}
