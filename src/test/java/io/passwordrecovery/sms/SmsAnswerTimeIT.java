// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms;

import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import io.passwordrecovery.testkit.Odds;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.sms.SmsGateway;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** The time of an answer says nothing of the account where codes go by text message, all of whose caps are counted. */
@Isolated("measures time")
class SmsAnswerTimeIT {
    static final int NAMES = 60;
    static final int ROUNDS = 4;

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    static final RestApi api = realm.api();

    @BeforeAll
    static void users() {
        realm.withPhones(Map.ofEntries(
                Map.entry("cooldown", "0"),
                Map.entry("codes-per-ip-hour", "1000000"),
                Map.entry("codes-per-account-hour", "1000"),
                Map.entry("delivery-order", "SMS"),
                Map.entry("phone-as-username", "true"),
                Map.entry("sms-per-number", "1000,1000"),
                Map.entry("sms-per-account", "1000,1000"),
                Map.entry("sms-per-ip", "1000,1000"),
                Map.entry("sms-per-country", "1000,1000")));
        for (int i = 0; i < NAMES; i++) {
            realm.user("known" + i).phone(number(i)).create();
        }
    }

    // As slow as a gateway may be: an answer that waited for it would stand out.
    @BeforeEach
    void holdGateway() {
        SmsGateway.shared().hold();
    }

    @AfterEach
    void letGo() {
        SmsGateway.shared().release();
    }

    @Test
    void requestByUserNameTakesAsLongForAnUnknownOne() {
        double odds = odds(UnaryOperator.identity());

        assertThat(odds).isBetween(0.2, 0.8);
    }

    @Test
    void requestByPhoneNumberTakesAsLongForAnUnknownOne() {
        double odds = odds(name -> {
            int i = Integer.parseInt(name.replaceAll("[^0-9]", ""));
            return number(name.startsWith("known") ? i : 5_000 + i);
        });

        assertThat(odds).isBetween(0.2, 0.8);
    }

    private static double odds(UnaryOperator<String> name) {
        return Odds.of(
                given -> {
                    String typed = name.apply(given);
                    long start = System.nanoTime();
                    api.reset(APP, typed);
                    return System.nanoTime() - start;
                },
                NAMES,
                ROUNDS);
    }

    private static String number(int i) {
        return "+1201555%04d".formatted(i);
    }
}
