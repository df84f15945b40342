// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static io.passwordrecovery.delivery.DeliveryMedium.EMAIL;
import static io.passwordrecovery.delivery.DeliveryMedium.SMS;
import static org.assertj.core.api.Assertions.assertThat;

class DestinationChooserTest {
    private static final Destination MAILBOX = new Destination(EMAIL, "alice@example.test");
    private static final Destination PHONE = new Destination(SMS, "+15550100");
    private static final List<Destination> BOTH = List.of(PHONE, MAILBOX);

    @Test
    void firstOfTheRealmsOrderIsChosen() {
        assertThat(new DestinationChooser(List.of(EMAIL, SMS)).choose(BOTH, Optional.empty()))
                .contains(MAILBOX);
        assertThat(new DestinationChooser(List.of(SMS, EMAIL)).choose(BOTH, Optional.empty()))
                .contains(PHONE);
    }

    @Test
    void nextOfTheOrderIsChosenWhereTheAccountLacksTheFirst() {
        assertThat(new DestinationChooser(List.of(EMAIL, SMS)).choose(List.of(PHONE), Optional.empty()))
                .contains(PHONE);
    }

    @Test
    void wishComesBeforeTheOrder() {
        assertThat(new DestinationChooser(List.of(EMAIL, SMS)).choose(BOTH, Optional.of(SMS)))
                .contains(PHONE);
    }

    @Test
    void wishThatTheAccountCannotGrantIsPassedOver() {
        assertThat(new DestinationChooser(List.of(EMAIL, SMS)).choose(List.of(MAILBOX), Optional.of(SMS)))
                .contains(MAILBOX);
    }

    @Test
    void wishThatTheRealmDoesNotAllowIsPassedOver() {
        assertThat(new DestinationChooser(List.of(EMAIL)).choose(BOTH, Optional.of(SMS)))
                .contains(MAILBOX);
    }

    @Test
    void mediumThatTheRealmDoesNotAllowIsNeverUsed() {
        assertThat(new DestinationChooser(List.of(EMAIL)).choose(List.of(PHONE), Optional.of(SMS)))
                .isEmpty();
    }

    @Test
    void accountWithoutDestinationsHasNone() {
        assertThat(new DestinationChooser(List.of(EMAIL, SMS)).choose(List.of(), Optional.empty()))
                .isEmpty();
    }
}
