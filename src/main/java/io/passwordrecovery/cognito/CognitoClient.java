// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

import org.keycloak.models.ClientModel;

import io.passwordrecovery.keycloak.callers.AllowedClients;
import io.passwordrecovery.keys.HmacSha256;
import io.passwordrecovery.limits.Caller;

/** The app client of a call, and the proof of a confidential one: Cognito's {@code SecretHash}. */
final class CognitoClient {
    private final AllowedClients clients;
    private final Consumer<String> admitPagesOf;

    CognitoClient(AllowedClients clients, Consumer<String> admitPagesOf) {
        this.clients = clients;
        this.admitPagesOf = admitPagesOf;
    }

    /**
     * Returns who asks, once the client is admitted and, if confidential, has proven itself. As with Cognito, whoever has
     * not proven themselves tells no address: Amplify sends {@code UserContextData} for other reasons.
     */
    Caller caller(CognitoBody body, String ipAddress) {
        String clientId = body.text("ClientId", CognitoBody.NAME_LENGTH);
        ClientModel client = clients.find(clientId)
                .orElseThrow(() -> new CognitoRefusal(
                        CognitoError.ResourceNotFoundException, "User pool client " + clientId + " does not exist."));
        admitPagesOf.accept(clientId);
        Caller caller = new Caller(clientId, ipAddress);
        if (client.isPublicClient()) {
            return caller;
        }
        checkSecretHash(client, body);
        return body.userAddress().map(caller::onBehalfOf).orElse(caller);
    }

    private void checkSecretHash(ClientModel client, CognitoBody body) {
        String id = client.getClientId();
        Optional<String> hash = body.optionalText("SecretHash");
        if (hash.isEmpty()) {
            throw new CognitoRefusal(
                    CognitoError.NotAuthorizedException,
                    "Client " + id + " is configured with secret but SECRET_HASH was not received");
        }
        String message = body.text("Username", CognitoBody.NAME_LENGTH) + id;
        if (!clients.secrets().anyOf(client, secret -> sameText(secretHash(secret, message), hash.get()))) {
            throw new CognitoRefusal(
                    CognitoError.NotAuthorizedException, "Unable to verify secret hash for client " + id);
        }
    }

    private static String secretHash(String secret, String message) {
        byte[] mac = HmacSha256.of(secret.getBytes(StandardCharsets.UTF_8), message.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(mac);
    }

    private static boolean sameText(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
