package org.sharaka.meeting;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "org.sharaka.meeting", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

	@ArchTest
	static final ArchRule theModelKnowsNoFramework = noClasses().that()
		.resideInAnyPackage("org.sharaka.meeting.charity", "org.sharaka.meeting.meeting")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..", "tools.jackson..",
				"com.fasterxml.jackson..", "org.apache.kafka..", "io.swagger..", "org.sharaka.chassis.web..");

	@ArchTest
	static final ArchRule theModelKnowsNoAdapter = noClasses().that()
		.resideInAnyPackage("org.sharaka.meeting.charity", "org.sharaka.meeting.meeting")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.sharaka.meeting..mongo", "org.sharaka.meeting..web", "org.sharaka.meeting..messaging",
				"org.sharaka.meeting..input");

	@ArchTest
	static final ArchRule adaptersKeepToThemselves = classes().that()
		.resideInAnyPackage("..mongo", "..web", "..messaging")
		.and()
		.doNotHaveSimpleName("PublishedMeetingEvents")
		.should()
		.notBePublic();

	@ArchTest
	static final ArchRule businessObjectsDependOnEachOtherOneWay = slices().matching("org.sharaka.meeting.(*)..")
		.should()
		.beFreeOfCycles();

}
