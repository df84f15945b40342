// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/** Classes run side by side against one server: whoever moves its clock must be alone with it. */
class IsolationTest {
    static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("io.passwordrecovery");

    @Test
    void classThatMovesTheClockIsIsolated() {
        assertThat(TESTS.get(KeycloakServer.class).getMethodCallsToSelf().stream()
                        .filter(call -> call.getName().equals("advance"))
                        .map(call -> outermost(call.getOriginOwner()))
                        .filter(caller -> caller.getSimpleName().endsWith("IT"))
                        .distinct())
                .isNotEmpty()
                .allSatisfy(caller -> assertThat(caller.isAnnotatedWith(Isolated.class))
                        .as(caller.getSimpleName())
                        .isTrue());
    }

    private static JavaClass outermost(JavaClass inner) {
        return inner.getEnclosingClass().map(IsolationTest::outermost).orElse(inner);
    }
}
