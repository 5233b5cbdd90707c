package org.sharaka.notification;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {

	private static final String ROOT = "org.sharaka.notification.";

	private static final String[] MODEL = { ROOT + "charity", ROOT + "contact", ROOT + "meeting", ROOT + "notice",
			ROOT + "notice.policy", ROOT + "notice.usecase" };

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.sharaka.notification");

	@Test
	void theModelKnowsNoFramework() {
		noClasses().that()
			.resideInAnyPackage(MODEL)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..", "tools.jackson..",
					"com.fasterxml..", "org.apache.kafka..")
			.check(CLASSES);
	}

	@Test
	void theModelKnowsNoAdapter() {
		noClasses().that()
			.resideInAnyPackage(MODEL)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("..mongo..", "..web..", "..messaging..", ROOT + "dispatch..", ROOT + "template..")
			.check(CLASSES);
	}

	@Test
	void adaptersArePackagePrivate() {
		classes().that()
			.resideInAnyPackage("..mongo", "..messaging", "..notice.web", ROOT + "dispatch")
			.and()
			.areTopLevelClasses()
			.and()
			.doNotHaveSimpleName("DispatchProperties")
			.should()
			.bePackagePrivate()
			.check(CLASSES);
	}

	@Test
	void businessObjectsDependOnEachOtherOneWay() {
		slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
	}

}
