// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.passwordrecovery.web.JsonText.FaultyTextException;
import io.passwordrecovery.web.StrictJson.MalformedException;
import io.passwordrecovery.web.StrictJson.TooLargeException;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever octets come, there is an object or a refusal that quotes nothing of them. */
class StrictJsonFuzzTest {
    @Property(seed = "42")
    void octetsAreAnObjectOrRefused(@ForAll("octets") byte[] octets) throws TooLargeException {
        byte[] read = StrictJson.octets(new ByteArrayInputStream(octets));

        assertThat(read).isEqualTo(octets);
        try {
            assertThat(StrictJson.object(read)).isNotNull();
        } catch (MalformedException e) {
            assertThat(e.complaint()).startsWith("the body").hasSizeLessThan(80);
        }
    }

    @Property(seed = "42")
    void membersAreTextsWithoutControlCharactersOrRefused(@ForAll("json") String json) {
        try {
            ObjectNode object = StrictJson.object(json.getBytes(StandardCharsets.UTF_8));
            for (String name : new String[] {"username", "ClientMetadata", "absent"}) {
                read(object, name);
            }
        } catch (MalformedException e) {
            assertThat(e.complaint()).startsWith("the body");
        }
    }

    private static void read(ObjectNode object, String name) {
        try {
            assertThat(JsonText.of(object, name))
                    .isNotBlank()
                    .matches(text -> text.codePoints().noneMatch(Character::isISOControl));
        } catch (FaultyTextException e) {
            assertThat(e.fault()).isNotNull();
        }
    }

    @Provide
    Arbitrary<byte[]> octets() {
        return Hostile.octets();
    }

    @Provide
    Arbitrary<String> json() {
        return Hostile.json();
    }
}
