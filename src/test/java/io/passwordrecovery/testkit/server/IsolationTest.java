// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Classes run side by side against one server: whoever moves a clock has another, and is alone with it. */
class IsolationTest {
    static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("io.passwordrecovery");

    @Test
    void classThatMovesTheClockSaysSo() {
        assertThat(TESTS.get(KeycloakServer.class).getMethodCallsToSelf().stream()
                        .filter(call -> call.getName().equals("advance"))
                        .map(call -> outermost(call.getOriginOwner()))
                        .filter(caller -> caller.getSimpleName().endsWith("IT"))
                        .distinct())
                .isNotEmpty()
                .allSatisfy(caller -> assertThat(caller.isAnnotatedWith(MovesTheClock.class))
                        .as(caller.getSimpleName())
                        .isTrue());
    }

    @Test
    void classThatMovesTheClockLeavesTheSharedServerAlone() {
        assertThat(TESTS.get(KeycloakServer.class).getMethodCallsToSelf().stream()
                        .filter(call -> call.getName().equals("shared"))
                        .map(call -> outermost(call.getOriginOwner()))
                        .filter(caller -> caller.isAnnotatedWith(MovesTheClock.class)))
                .isEmpty();
    }

    private static JavaClass outermost(JavaClass inner) {
        return inner.getEnclosingClass().map(IsolationTest::outermost).orElse(inner);
    }
}
