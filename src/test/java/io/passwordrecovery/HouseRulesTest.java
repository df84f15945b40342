// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;
import org.keycloak.models.SingleUseObjectProvider;

import io.passwordrecovery.sms.SmsProvider;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may know whom, and what nobody does. */
class HouseRulesTest {
    static final String ROOT = "io.passwordrecovery.";
    static final String[] PLAIN = Stream.of(
                    "phone",
                    "keys",
                    "code",
                    "delivery",
                    "settings",
                    "limits",
                    "account",
                    "password",
                    "recovery",
                    "verification",
                    "observation")
            .map(room -> ROOT + room + "..")
            .toArray(String[]::new);
    static final List<String> DOORS = List.of("admin", "rest", "cognito", "login");

    static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.passwordrecovery");

    @Test
    void plainRoomsKnowNeitherKeycloakNorTheWeb() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.keycloak..",
                        "jakarta..",
                        "com.fasterxml..",
                        "org.jboss..",
                        ROOT + "keycloak..",
                        ROOT + "web..")
                .check(HOUSE);
    }

    // What others implement must not change because a room of ours does.
    @Test
    void smsIsPublishedAndKnowsNoOtherRoom() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "sms")
                .should()
                .dependOnClassesThat(resideInAPackage("io.passwordrecovery..").and(not(resideInAPackage(ROOT + "sms"))))
                .check(HOUSE);
        classes()
                .that()
                .resideInAPackage(ROOT + "sms..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "sms..",
                        ROOT + "keys",
                        "java..",
                        "javax.crypto..",
                        "org.keycloak..",
                        "org.apache.http..",
                        "com.fasterxml..",
                        "org.jboss.logging..",
                        "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void oneRoomKnowsTheLibraryForPhoneNumbers() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "phone..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.i18n..")
                .check(HOUSE);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(HOUSE);
    }

    // What a door needs of Keycloak's side, the provider hands out; who calls is for the doors themselves to ask.
    @Test
    void doorsSeeTheProviderAndTheCallersAlone() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        DOORS.stream().map(door -> ROOT + door + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "keycloak..")
                        .and(not(resideInAnyPackage(ROOT + "keycloak", ROOT + "keycloak.callers"))))
                .check(HOUSE);
    }

    @Test
    void roomsOfTheAdaptersKnowWhatTheyAdaptAlone() {
        Map<String, List<String>> known = Map.of(
                "realm", List.of(),
                "store", List.of("realm"),
                "address", List.of("realm", "store"),
                "audit", List.of(),
                "compat", List.of(),
                "callers", List.of("compat"),
                "credentials", List.of("compat"),
                "users", List.of("credentials", "realm"),
                "messages", List.of("audit", "realm", "store", "users"));

        known.forEach((room, others) -> noClasses()
                .that()
                .resideInAPackage(ROOT + "keycloak." + room)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "keycloak..")
                        .and(not(resideInAnyPackage(Stream.concat(Stream.of(room), others.stream())
                                .map(other -> ROOT + "keycloak." + other)
                                .toArray(String[]::new)))))
                .check(HOUSE));
    }

    // The adapter of port X is KeycloakX; a decorator says what it adds, a record is a value that a port carries.
    @Test
    void adaptersAreCalledByTheirPorts() {
        classes()
                .that()
                .resideInAPackage(ROOT + "keycloak.(*)")
                .and()
                .areNotRecords()
                .and()
                .areNotInterfaces()
                .and(implementAPort())
                .and()
                .haveSimpleNameNotStartingWith("Durable")
                .should(beCalledByTheirPort())
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> implementAPort() {
        return describe("implement a port", type -> port(type).isPresent());
    }

    private static Optional<JavaClass> port(JavaClass type) {
        return type.getRawInterfaces().stream()
                .filter(port -> port.getPackageName().startsWith(ROOT)
                        && !port.getPackageName().startsWith(ROOT + "keycloak")
                        && !port.isAssignableTo(SmsProvider.class))
                .findFirst();
    }

    private static ArchCondition<JavaClass> beCalledByTheirPort() {
        return new ArchCondition<>("be called Keycloak and the port's name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String name = "Keycloak" + port(type).orElseThrow().getSimpleName();
                events.add(new SimpleConditionEvent(
                        type, type.getSimpleName().equals(name), type.getName() + " should be called " + name));
            }
        };
    }

    @Test
    void noConstructorIsABagOfParameters() {
        classes()
                .that()
                .areNotRecords()
                .should(new ArchCondition<>("have constructors of at most seven parameters") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getConstructors()
                                .forEach(constructor -> events.add(new SimpleConditionEvent(
                                        constructor,
                                        constructor.getRawParameterTypes().size() <= 7,
                                        constructor.getFullName())));
                    }
                })
                .check(HOUSE);
    }

    @Test
    void doorsDoNotSeeEachOther() {
        for (String door : DOORS) {
            String[] others = DOORS.stream()
                    .filter(other -> !other.equals(door))
                    .map(other -> ROOT + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + door + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(HOUSE);
        }
    }

    @Test
    void oneClassKnowsTheSingleUseStore() {
        noClasses()
                .that()
                .doNotHaveSimpleName("SingleUseStore")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SingleUseObjectProvider.class)
                .check(HOUSE);
    }

    // A realm may have ten thousand clients, and anybody may ask: one is looked up by its id, none are gone through.
    @Test
    void nobodyGoesThroughTheClientsOfARealm() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "goes through clients",
                        call -> call.getTarget().getName().matches("getClientsStream|searchClients?By.*")))
                .check(HOUSE);
    }

    @Test
    void timeComesFromTheRealmsClockAlone() {
        noClasses()
                .that()
                .doNotHaveSimpleName("KeycloakClock")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Time.class)
                .check(HOUSE);
    }

    @Test
    void chanceIsAskedByTheGeneratorAlone() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAIN)
                .and()
                .doNotHaveSimpleName("CodeGenerator")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SecureRandom.class)
                .check(HOUSE);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .check(HOUSE);
    }

    @Test
    void everyRoomIsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .check(HOUSE);
        assertThat(sources().filter(file -> file.endsWith("package-info.java")))
                .hasSameSizeAs(sources().map(Path::getParent).distinct().toList());
    }

    @Test
    void halfOfTheFilesFitOnAScreen() {
        List<Long> sizes = sources().map(HouseRulesTest::lines).sorted().toList();

        assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(60);
    }

    @Test
    void filesAreShort() {
        assertThat(sources())
                .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).isLessThanOrEqualTo(200));
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
