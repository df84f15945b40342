// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.code.CodePurpose;
import io.passwordrecovery.code.CodeReference;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.testkit.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

class MessageTest {
    private static final Destination MAILBOX = new Destination(DeliveryMedium.EMAIL, "alice@example.test");

    @Test
    void textOfAMessageHoldsNeitherCodeNorAddress() {
        Message code = new Message.CodeMessage(
                "alice",
                MAILBOX,
                new ResetCode("123456"),
                new CodeReference(LimitKey.account("alice"), "id"),
                CodePurpose.RESET_PASSWORD,
                Duration.ofMinutes(10),
                MovableClock.START,
                "app",
                "");
        Message notice = new Message.ChangeNotice("alice", MAILBOX, MovableClock.START, MovableClock.START);

        assertThat(code.toString()).doesNotContain("123456", "alice@example.test");
        assertThat(notice.toString()).doesNotContain("alice@example.test");
    }
}
