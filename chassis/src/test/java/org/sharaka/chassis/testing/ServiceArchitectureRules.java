package org.sharaka.chassis.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The architecture of every service: {@code org.sharaka.<service>.<object>} is the model
 * of a business object, its subpackages {@code usecase}, {@code web}, {@code messaging}
 * and {@code mongo} surround it. The rules go by package pattern, so that a new object is
 * guarded from its first class on. A service includes them in a test of its own:
 *
 * <pre>
 * &#64;AnalyzeClasses(packages = "org.sharaka.registry", importOptions = DoNotIncludeTests.class)
 * class ArchitectureTest {
 *
 *     &#64;ArchTest
 *     static final ArchTests RULES = ArchTests.in(ServiceArchitectureRules.class);
 *
 * }
 * </pre>
 */
public final class ServiceArchitectureRules {

	private static final String MODEL = "org.sharaka.*.*";

	private static final String USE_CASES = "org.sharaka.*.*.usecase";

	private static final String WEB = "org.sharaka.*.*.web..";

	private static final String MESSAGING = "org.sharaka.*.*.messaging..";

	private static final String MONGO = "org.sharaka.*.*.mongo..";

	@ArchTest
	static final ArchRule MODEL_AND_USE_CASES_DEPEND_ON_NO_FRAMEWORK = noClasses().that()
		.resideInAnyPackage(MODEL, USE_CASES)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..", "tools.jackson..",
				"com.fasterxml.jackson..", "org.apache.kafka..", "jakarta..", "io.swagger..", "io.micrometer..",
				"org.sharaka.chassis.outbox..", "org.sharaka.chassis.mongo..", "org.sharaka.chassis.web..",
				"org.sharaka.chassis.event..", "org.sharaka.chassis.consumer..")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule MODEL_DEPENDS_ON_NOTHING_AROUND_IT = noClasses().that()
		.resideInAPackage(MODEL)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(USE_CASES, WEB, MESSAGING, MONGO)
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule USE_CASES_DEPEND_ON_NO_ADAPTER = noClasses().that()
		.resideInAPackage(USE_CASES)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(WEB, MESSAGING, MONGO)
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule WEB_DEPENDS_ON_NO_OTHER_ADAPTER = noClasses().that()
		.resideInAPackage(WEB)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(MESSAGING, MONGO)
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule MESSAGING_DEPENDS_ON_NO_OTHER_ADAPTER = noClasses().that()
		.resideInAPackage(MESSAGING)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(WEB, MONGO)
		.allowEmptyShould(true);

	/**
	 * Except a {@code …EventMapper}: {@code mongo} writes the events of {@code messaging}
	 * with the state.
	 */
	@ArchTest
	static final ArchRule ADAPTERS_ARE_PACKAGE_PRIVATE = classes().that()
		.resideInAnyPackage(WEB, MESSAGING, MONGO)
		.and()
		.areTopLevelClasses()
		.and()
		.haveSimpleNameNotEndingWith("EventMapper")
		.and()
		.doNotHaveSimpleName("package-info")
		.should()
		.notHaveModifier(JavaModifier.PUBLIC)
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule BEANS_ARE_DECLARED_IN_CONFIGURATIONS = noClasses().should()
		.beAnnotatedWith(Component.class)
		.orShould()
		.beAnnotatedWith(Service.class)
		.orShould()
		.beAnnotatedWith(Repository.class);

	@ArchTest
	static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("org.sharaka.*.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule TIME_AND_IDS_ARE_INJECTED = noClasses().should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(LocalDate.class, "now")
		.orShould()
		.callMethod(LocalDateTime.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(UUID.class, "randomUUID");

	private ServiceArchitectureRules() {
	}

}
