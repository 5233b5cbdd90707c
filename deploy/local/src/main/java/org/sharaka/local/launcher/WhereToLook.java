package org.sharaka.local.launcher;

/** The links that a person wants once everything runs. */
final class WhereToLook {

	private final Settings settings;

	private final Console console;

	WhereToLook(Settings settings, Console console) {
		this.settings = settings;
		this.console = console;
	}

	void print() {
		this.console.blank();
		this.console.say("Where to look:");
		line("Emails and text messages", this.settings.url(this.settings.sandbox()) + "/");
		line("The register", this.settings.url(this.settings.registry()) + "/swagger-ui.html");
		line("Meetings", this.settings.url(this.settings.meeting()) + "/swagger-ui.html");
		line("Notices", this.settings.url(this.settings.notification()) + "/swagger-ui.html");
		line("Kafka", this.settings.brokersOrOwn());
		line("MongoDB",
				this.settings.mongodb().isPresent() ? "the one that MONGODB_URI names" : this.settings.mongodbOrOwn());
		line("Logs", this.settings.root().relativize(this.settings.logs()).toString());
	}

	private void line(String what, String where) {
		this.console.say("  %-26s %s", what, where);
	}

}
