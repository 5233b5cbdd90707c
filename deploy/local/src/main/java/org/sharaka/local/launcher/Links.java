package org.sharaka.local.launcher;

import org.sharaka.local.console.Console;
import org.sharaka.local.launcher.suite.SuiteSettings;

/** Prints the addresses of everything that is running. */
final class Links {

	private final SuiteSettings settings;

	private final Console console;

	Links(SuiteSettings settings, Console console) {
		this.settings = settings;
		this.console = console;
	}

	void print() {
		this.console.printBlankLine();
		this.console.print("Where to look:");
		line("Emails and text messages", this.settings.url(this.settings.sandbox()) + "/");
		line("The register", this.settings.url(this.settings.registry()) + "/swagger-ui.html");
		line("Meetings", this.settings.url(this.settings.meeting()) + "/swagger-ui.html");
		line("Notices", this.settings.url(this.settings.notification()) + "/swagger-ui.html");
		line("Kafka", this.settings.brokers());
		line("MongoDB", this.settings.externalMongodb().isPresent() ? "the one that MONGODB_URI names"
				: this.settings.mongodbUri());
		line("Logs", this.settings.root().relativize(this.settings.logs()).toString());
	}

	private void line(String what, String where) {
		this.console.print("  %-26s %s", what, where);
	}

}
