// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.compat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.keycloak.compat.VersionedMethod.Form;

import static java.lang.invoke.MethodType.methodType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VersionedMethodTest {
    static final Form NEW = new Form("isBlankLine", methodType(boolean.class));
    static final Form NOW = new Form("concat", methodType(String.class, String.class), List.of("!"));
    static final Form OLD = new Form("trim", methodType(String.class));

    @Test
    void firstFormThatIsThereIsCalledWithItsOwnLastArguments() {
        VersionedMethod method = VersionedMethod.of(String.class, NEW, NOW, OLD);

        assertThat(method.missing()).isEmpty();
        assertThat(method.call(" text ")).isEqualTo(" text !");
    }

    @Test
    void olderFormIsCalledWhereThereIsNoNewer() {
        assertThat(VersionedMethod.of(String.class, NEW, OLD).call(" text ")).isEqualTo("text");
    }

    @Test
    void methodThatIsNotThereIsNamedAndRefusesEveryCall() {
        VersionedMethod method = VersionedMethod.of(String.class, NEW);

        assertThat(method.missing()).contains("java.lang.String.isBlankLine");
        assertThatThrownBy(() -> method.call("text"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This Keycloak has no java.lang.String.isBlankLine that this plugin knows");
    }

    @Test
    void failureOfTheMethodItselfIsItsOwn() {
        VersionedMethod charAt =
                VersionedMethod.of(String.class, new Form("charAt", methodType(char.class, int.class)));

        assertThatThrownBy(() -> charAt.call("text", 9)).isInstanceOf(StringIndexOutOfBoundsException.class);
    }
}
