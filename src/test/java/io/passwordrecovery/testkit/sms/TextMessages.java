// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.awaitility.Awaitility;

import io.passwordrecovery.testkit.sms.SmsGateway.Behaviour;

/**
 * A realm's text messages, as the gateway {@code http} gets them. Each is handed out once, in the order of arrival.
 *
 * @param realm its name
 */
public record TextMessages(String realm, Set<SmsPost> taken) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public TextMessages(String realm) {
        this(realm, new HashSet<>());
    }

    /** Takes the number's next message, waiting for it. */
    public JsonNode await(String number) {
        SmsPost post = Awaitility.await("a text message to " + number)
                .until(() -> next(number), Optional::isPresent)
                .orElseThrow();
        taken.add(post);
        return json(post);
    }

    /** Takes the code from the number's next message, waiting for it. */
    public String codeFor(String number) {
        String text = await(number).path("text").asText();
        return text.substring(text.lastIndexOf('#') + 1);
    }

    /** Every request for the number so far, those of one message that was tried again too. */
    public List<SmsPost> posts(String number) {
        return all().stream()
                .filter(post -> json(post).path("to").asText().equals(number))
                .toList();
    }

    /** Every request for the realm so far. */
    public List<SmsPost> all() {
        return SmsGateway.shared().posts().stream()
                .filter(post -> post.path().equals("/sms"))
                .filter(post -> json(post).path("realm").asText().equals(realm))
                .toList();
    }

    /** Fails when a message comes that was not taken. */
    public void expectNoneFor(String number, Duration within) {
        Awaitility.await("no text message to " + number)
                .during(within)
                .atMost(within.plusSeconds(5))
                .until(() -> next(number).isEmpty());
    }

    /** How the gateway answers the realm's next requests; then with 200. */
    public void gatewayBehaves(Behaviour... behaviours) {
        SmsGateway.shared().behaveFor(realm, behaviours);
    }

    private Optional<SmsPost> next(String number) {
        return posts(number).stream().filter(post -> !taken.contains(post)).findFirst();
    }

    private static JsonNode json(SmsPost post) {
        try {
            return JSON.readTree(post.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
