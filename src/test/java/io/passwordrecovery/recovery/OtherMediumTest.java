// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.account.Person;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.recovery.ResetRequestOutcome.Accepted;

import static org.assertj.core.api.Assertions.assertThat;

/** Which other medium a page may offer. */
class OtherMediumTest {
    private static final Person BOTH = Person.named("both").withPhone("+12015550123");
    private static final Person MAIL = Person.named("mail");

    private final RecoveryWorld world =
            RecoveryWorld.with("show-destination", "masked").has(BOTH, MAIL);

    @Test
    void mediumThatTheAccountHasBesideIsOffered() {
        assertThat(others("both")).containsExactly(DeliveryMedium.SMS);
    }

    @Test
    void mediumThatTheAccountHasNotIsNotOffered() {
        assertThat(others("mail")).isEmpty();
    }

    @Test
    void mediumThatTheRealmDoesNotUseIsNotOffered() {
        RecoveryWorld mailOnly = RecoveryWorld.with("delivery-order", "EMAIL").has(BOTH);

        assertThat(((Accepted) mailOnly.asks("both")).others()).isEmpty();
    }

    @Test
    void someUnknownNamesHaveAnotherMediumAndSomeHaveNone() {
        List<Boolean> offered = IntStream.range(0, 40)
                .mapToObj(number -> !others("nobody" + number).isEmpty())
                .distinct()
                .toList();

        assertThat(offered).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void whereNothingOfTheAccountIsShownEveryNameIsOfferedBoth() {
        RecoveryWorld standard = RecoveryWorld.standard().has(BOTH, MAIL);

        for (String name : List.of("both", "mail", "nobody")) {
            assertThat(((Accepted) standard.asks(name)).others()).containsExactly(DeliveryMedium.SMS);
        }
    }

    private List<DeliveryMedium> others(String name) {
        return ((Accepted) world.asks(name)).others();
    }
}
