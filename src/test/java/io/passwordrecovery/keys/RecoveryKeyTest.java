// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keys;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecoveryKeyTest {
    private static final byte[] REALM_SECRET = "realm secret".getBytes(StandardCharsets.UTF_8);

    private final RecoveryKey key = RecoveryKey.derivedFrom("key-1", REALM_SECRET);

    @Test
    void partsAreTakenWithTheirBorders() {
        assertThat(key.macText("ab", "c")).isNotEqualTo(key.macText("a", "bc"));
        assertThat(key.macText("ab", "c")).isNotEqualTo(key.macText("abc"));
        assertThat(key.macText("abc", "")).isNotEqualTo(key.macText("abc"));
        assertThat(key.macText("", "abc")).isNotEqualTo(key.macText("abc", ""));
    }

    @Test
    void sameKeyAndPartsGiveTheSameMac() {
        RecoveryKey again = RecoveryKey.derivedFrom("key-1", REALM_SECRET);

        assertThat(again.macText("a", "b")).isEqualTo(key.macText("a", "b"));
    }

    @Test
    void otherRealmSecretGivesAnotherMac() {
        RecoveryKey other = RecoveryKey.derivedFrom("key-1", "another secret".getBytes(StandardCharsets.UTF_8));

        assertThat(other.macText("a")).isNotEqualTo(key.macText("a"));
    }

    @Test
    void macIsMadeUnderADerivedKeyAndNotUnderTheRealmsOwn() throws Exception {
        Mac realmMac = Mac.getInstance("HmacSHA256");
        realmMac.init(new SecretKeySpec(REALM_SECRET, "HmacSHA256"));
        byte[] framed = HexFormat.of().parseHex("0000000161");

        assertThat(key.mac("a")).isNotEqualTo(realmMac.doFinal(framed));
    }

    @Test
    void macIsThatOfRfc2104OverLengthAndText() throws Exception {
        Mac realmMac = Mac.getInstance("HmacSHA256");
        realmMac.init(new SecretKeySpec(REALM_SECRET, "HmacSHA256"));
        byte[] derived = realmMac.doFinal("keycloak-password-recovery/1".getBytes(StandardCharsets.US_ASCII));
        Mac derivedMac = Mac.getInstance("HmacSHA256");
        derivedMac.init(new SecretKeySpec(derived, "HmacSHA256"));
        // "ä" is two octets in UTF-8: c3 a4
        byte[] framed = HexFormat.of().parseHex("000000016100000002c3a4");

        byte[] mac = key.mac("a", "ä");

        assertThat(mac).isEqualTo(derivedMac.doFinal(framed));
    }

    @Test
    void textFormIsFortyThreeCharactersOfBase64Url() {
        assertThat(key.macText("anything")).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void macsAreComparedByAllTheirCharacters() {
        String mac = key.macText("a");

        assertThat(RecoveryKey.sameMac(mac, key.macText("a"))).isTrue();
        assertThat(RecoveryKey.sameMac(mac, mac.substring(0, 42))).isFalse();
        assertThat(RecoveryKey.sameMac(mac, mac + "A")).isFalse();
        assertThat(RecoveryKey.sameMac(mac, "")).isFalse();
        assertThat(RecoveryKey.sameMac(mac, key.macText("b"))).isFalse();
    }

    @Test
    void textOfAKeyHoldsItsIdAndNoSecret() {
        assertThat(key).hasToString("RecoveryKey[key-1, redacted]");
    }
}
