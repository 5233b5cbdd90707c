package org.sharaka.chassis.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The architecture of every service. A package {@code org.sharaka.<service>.<object>}
 * with at least one of the subpackages {@code usecase}, {@code input}, {@code web},
 * {@code messaging} and {@code mongo} is a business object. All its other classes, in
 * subpackages too, are its model. A package without any of them is a technical package,
 * such as the sending of mail: it may use frameworks, but then no model or use case may
 * depend on its classes that do. The rules go by package pattern, so that a new object is
 * guarded as soon as it has a use case or an adapter. A service includes them in a test
 * of its own:
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

	private static final Set<String> ROOMS = Set.of("usecase", "input", "web", "messaging", "mongo");

	private static final PackageMatcher OBJECT_OR_TECHNICAL = PackageMatcher.of("org.sharaka.*.*");

	private static final String USE_CASES = "org.sharaka.*.*.usecase..";

	/** Parses what requests and events have in common. */
	private static final String INPUT = "org.sharaka.*.*.input..";

	private static final String WEB = "org.sharaka.*.*.web..";

	private static final String MESSAGING = "org.sharaka.*.*.messaging..";

	private static final String MONGO = "org.sharaka.*.*.mongo..";

	private static final DescribedPredicate<JavaClass> FRAMEWORK = resideInAnyPackage("org.springframework..",
			"com.mongodb..", "org.bson..", "tools.jackson..", "com.fasterxml.jackson..", "org.apache.kafka..",
			"jakarta..", "io.swagger..", "io.micrometer..", "io.github.resilience4j..", "com.samskivert..",
			"org.sharaka.chassis.outbox..", "org.sharaka.chassis.mongo..", "org.sharaka.chassis.web..",
			"org.sharaka.chassis.event..", "org.sharaka.chassis.consumer..");

	private static final DescribedPredicate<JavaClass> ROOM = resideInAnyPackage(USE_CASES, INPUT, WEB, MESSAGING,
			MONGO);

	private static final DescribedPredicate<JavaClass> MODEL = describe("belong to a model",
			ServiceArchitectureRules::isModel);

	private static final DescribedPredicate<JavaClass> MODEL_OR_USE_CASE = MODEL.or(resideInAPackage(USE_CASES));

	private static final DescribedPredicate<JavaClass> TECHNICAL_WITH_FRAMEWORK = describe(
			"belong to a technical package and depend on a framework",
			(type) -> isTechnicalWithFramework(type, new HashSet<>()));

	@ArchTest
	static final ArchRule MODEL_AND_USE_CASES_DEPEND_ON_NO_FRAMEWORK = noClasses().that(MODEL_OR_USE_CASE)
		.should()
		.dependOnClassesThat(FRAMEWORK)
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule MODEL_AND_USE_CASES_DEPEND_ON_NO_TECHNICAL_CLASS_WITH_FRAMEWORK = noClasses()
		.that(MODEL_OR_USE_CASE)
		.should()
		.dependOnClassesThat(TECHNICAL_WITH_FRAMEWORK)
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule MODEL_DEPENDS_ON_NOTHING_AROUND_IT = noClasses().that(MODEL)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(USE_CASES, INPUT, WEB, MESSAGING, MONGO)
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule USE_CASES_DEPEND_ON_NO_ADAPTER = noClasses().that()
		.resideInAPackage(USE_CASES)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(INPUT, WEB, MESSAGING, MONGO)
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule INPUT_DEPENDS_ON_NO_ADAPTER = noClasses().that()
		.resideInAPackage(INPUT)
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

	private static boolean isModel(JavaClass type) {
		return isInObject(type) && !ROOM.test(type);
	}

	/** Also through other technical classes. */
	private static boolean isTechnicalWithFramework(JavaClass type, Set<JavaClass> seen) {
		return isTechnical(type) && seen.add(type)
				&& type.getDirectDependenciesFromSelf()
					.stream()
					.map(Dependency::getTargetClass)
					.anyMatch((target) -> FRAMEWORK.test(target) || isTechnicalWithFramework(target, seen));
	}

	private static boolean isTechnical(JavaClass type) {
		return resideInAPackage("org.sharaka.*.*..").test(type) && !resideInAPackage("org.sharaka.chassis..").test(type)
				&& !isInObject(type);
	}

	private static boolean isInObject(JavaClass type) {
		Optional<JavaPackage> current = Optional.of(type.getPackage());
		while (current.isPresent() && !OBJECT_OR_TECHNICAL.matches(current.get().getName())) {
			current = current.get().getParent();
		}
		return current.stream()
			.flatMap((object) -> object.getSubpackages().stream())
			.anyMatch((subpackage) -> ROOMS.contains(subpackage.getRelativeName()));
	}

}
