package io.litemaas.suite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** The walls of the house (docs/architecture.md). */
@AnalyzeClasses(
        packages = "io.litemaas",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.ProductOnly.class})
class ArchitectureTest {
    private static final String[] ROOMS = {
        "io.litemaas.identity..",
        "io.litemaas.access..",
        "io.litemaas.spend..",
        "io.litemaas.alerts..",
        "io.litemaas.operations.."
    };

    @ArchTest
    static final ArchRule no_room_knows_another = slices().matching(
                    "io.litemaas.(identity|access|spend|alerts|operations)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_platform_knows_no_room_and_not_litellm = noClasses()
            .that()
            .resideInAPackage("io.litemaas.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(concat(ROOMS, "io.litemaas.litellm..", "io.litemaas.suite.."));

    @ArchTest
    static final ArchRule no_room_migrates = noClasses()
            .that()
            .resideInAnyPackage(ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.flywaydb..", "io.litemaas.schema..");

    @ArchTest
    static final ArchRule a_function_is_a_public_bean_with_a_name = methods()
            .that()
            .areAnnotatedWith(Funq.class)
            .should()
            .bePublic()
            .andShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(ApplicationScoped.class);

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = fields().should().notBeAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .that()
            .resideInAPackage("io.litemaas..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule one_place_makes_the_clock = noClasses()
            .that()
            .haveNameNotMatching(".*\\.platform\\.id\\.Sources")
            .and()
            .resideOutsideOfPackage("io.litemaas.emulator..")
            .should()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule ids_come_from_the_platform =
            noClasses().that().resideInAnyPackage(ROOMS).should().callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule transactions_are_those_of_a_room =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.transaction.Transactional");

    /** Where something that a stranger sends is held against a secret, the time that it takes must not tell how far it was right. */
    @ArchTest
    static final ArchRule secrets_are_compared_in_constant_time = classes()
            .that()
            .haveSimpleNameEndingWith("Door")
            .and()
            .areNotInterfaces()
            .or()
            .haveSimpleName("EventFace")
            .or()
            .haveSimpleName("SecretSegments")
            .should()
            .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class);

    @ArchTest
    static final ArchRule bytes_are_compared_in_constant_time =
            noClasses().should().callMethod(Arrays.class, "equals", byte[].class, byte[].class);

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)$");

    private static String[] concat(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** What tests stand on may look at the real clock. */
    static final class ProductOnly implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("litemaas-testing") && !location.contains("/functions/testing/");
        }
    }
}
