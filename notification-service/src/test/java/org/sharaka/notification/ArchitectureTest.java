package org.sharaka.notification;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.sharaka.chassis.testing.ServiceArchitectureRules;

@AnalyzeClasses(packages = "org.sharaka.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

	@ArchTest
	static final ArchTests RULES = ArchTests.in(ServiceArchitectureRules.class);

}
