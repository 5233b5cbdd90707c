package org.sharaka.registry;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The model knows no framework, adapters keep to themselves, packages make no circles.
 */
@AnalyzeClasses(packages = "org.sharaka.registry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

	@ArchTest
	static final ArchRule MODEL_IS_FREE = noClasses().that()
		.resideInAPackage("org.sharaka.registry.charity")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..", "tools.jackson..",
				"com.fasterxml..", "org.apache.kafka..", "jakarta..", "io.swagger..",
				"org.sharaka.registry.charity.*..", "org.sharaka.chassis.outbox..", "org.sharaka.chassis.web..",
				"org.sharaka.chassis.event..", "org.sharaka.chassis.consumer..");

	@ArchTest
	static final ArchRule ADAPTERS_ARE_THEIR_OWN = classes().that()
		.resideInAnyPackage("org.sharaka.registry.charity.*..")
		.and()
		.doNotHaveSimpleName("CharityContract")
		.and()
		.areTopLevelClasses()
		.and()
		.doNotHaveSimpleName("package-info")
		.should()
		.notHaveModifier(JavaModifier.PUBLIC);

	@ArchTest
	static final ArchRule NO_CIRCLES = slices().matching("org.sharaka.registry.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule TIME_IS_INJECTED = noClasses().should()
		.callMethod(java.time.Instant.class, "now")
		.orShould()
		.callMethod(java.time.LocalDate.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis");

}
