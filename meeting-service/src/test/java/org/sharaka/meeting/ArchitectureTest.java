package org.sharaka.meeting;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.sharaka.chassis.testing.ServiceArchitectureRules;

@AnalyzeClasses(packages = "org.sharaka.meeting", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

	@ArchTest
	static final ArchTests RULES = ArchTests.in(ServiceArchitectureRules.class);

}
