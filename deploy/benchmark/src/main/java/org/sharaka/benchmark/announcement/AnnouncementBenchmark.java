package org.sharaka.benchmark.announcement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoCollection;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.bson.Document;

import org.sharaka.benchmark.figure.Figure;
import org.sharaka.benchmark.figure.Repetitions;
import org.sharaka.benchmark.figure.Section;
import org.sharaka.benchmark.load.BenchmarkEnvironment;
import org.sharaka.benchmark.load.BenchmarkPlan;
import org.sharaka.benchmark.load.SampleEvents;
import org.sharaka.benchmark.process.ChildProcess;
import org.sharaka.benchmark.process.ChildProcesses;
import org.sharaka.benchmark.process.CpuUsage;
import org.sharaka.benchmark.process.MailSink;
import org.sharaka.benchmark.process.PrometheusMetrics;
import org.sharaka.benchmark.process.ServiceProcess;

/**
 * Measures an announcement to all contacts, from Kafka to the mail sink. Each repetition
 * is followed by smtp-source with as many emails of the same content, over as many
 * connections to the same sink.
 */
public final class AnnouncementBenchmark {

	private static final String PREFIX = "benchmark.announcement.";

	private static final String NOTICES = "notices per second, first to last email";

	private static final String LIMIT = "smtp-source to the same sink: emails per second, first to last";

	private static final Duration TIMEOUT = Duration.ofSeconds(240);

	/** How long to watch for emails that are sent twice. */
	private static final Duration DUPLICATE_WATCH = Duration.ofSeconds(2);

	private final BenchmarkEnvironment environment;

	private final BenchmarkPlan plan;

	private final Repetitions values = new Repetitions();

	public AnnouncementBenchmark(BenchmarkEnvironment environment) {
		this.environment = environment;
		this.plan = environment.plan();
	}

	public Section measure() throws Exception {
		MailSink sink = MailSink.start(this.environment.children(), this.environment.tools(), this.environment.data(),
				this.environment.limit());
		ServiceProcess service = this.environment.service("notification", PREFIX,
				Map.of("SMTP_HOST", "127.0.0.1", "SMTP_PORT", Integer.toString(sink.port()), "SMTP_CONNECTIONS",
						Integer.toString(this.plan.sessions()), "SMS_SANDBOX_PORT",
						Integer.toString(ChildProcesses.freePort())));
		try (KafkaProducer<String, byte[]> producer = this.environment.kafka().producer()) {
			SampleEvents samples = new SampleEvents(PREFIX, producer);
			this.environment.progress()
				.log("publishing %d charities with %d contacts each", this.plan.charities(), this.plan.contacts());
			samples.publishCharities(this.plan.charities(), this.plan.contacts());
			for (String topic : List.of("partnership.charities", "partnership.contacts")) {
				this.environment.kafka()
					.awaitConsumed(PREFIX + topic, "notification-service", this.environment.limit());
			}
			Path mail = oneMail(samples, sink);
			this.environment.progress().log("warming up");
			samples.announceToFirst(Math.max(1, this.plan.charities() / 10));
			sink.await(Math.max(1, this.plan.charities() / 10) * this.plan.contacts(), TIMEOUT,
					this.environment.limit(), this.environment.progress());
			awaitWritten(service);
			smtpSource(sink, mail, Math.max(1, this.plan.mails() / 10));
			this.environment.limit().check("an announcement");
			for (int i = 1; i <= this.plan.repetitions() && !(i > 1 && this.environment.limit().isOver()); i++) {
				announce(samples, sink, service, i);
				double limit = smtpSource(sink, mail, this.plan.mails());
				this.values.add(LIMIT, "/s", limit);
				this.environment.progress().log("smtp-source: %.0f mails/s", limit);
			}
		}
		this.environment.children().end(service.child());
		return section();
	}

	/** Captures one email of the service, for smtp-source to send. */
	private Path oneMail(SampleEvents samples, MailSink sink) throws Exception {
		sink.reset();
		samples.announceToKind(SampleEvents.KIND_OF_ONE);
		sink.await(1, TIMEOUT, this.environment.limit(), this.environment.progress());
		// the sink counts an email before it has closed the file
		this.environment.limit()
			.await("the file of the email", TIMEOUT, Duration.ofMillis(50),
					() -> Files.exists(sink.dump()) && SinkFile.in(sink.dump()).mails() == 1);
		Path file = this.environment.data().resolve("mail.eml");
		Files.writeString(file, SinkFile.only(sink.dump()), StandardCharsets.ISO_8859_1);
		sink.reset();
		return file;
	}

	private void announce(SampleEvents samples, MailSink sink, ServiceProcess service, int number) throws Exception {
		MongoCollection<Document> notices = this.environment.database().open("notification").getCollection("notices");
		notices.deleteMany(new Document());
		sink.reset();
		PrometheusMetrics metricsBefore = service.metrics();
		CpuUsage cpuBefore = CpuUsage.now(this.environment.children());
		Instant publishedAt = Instant.now();
		long published = System.nanoTime();
		String event = samples.announceToKind(SampleEvents.KIND_OF_MANY);
		sink.await(this.plan.mails(), TIMEOUT, this.environment.limit(), this.environment.progress());
		awaitWritten(service);
		long written = System.nanoTime();
		CpuUsage cpu = CpuUsage.now(this.environment.children());
		PrometheusMetrics metrics = service.metrics();
		Thread.sleep(DUPLICATE_WATCH);
		requireEachMailOnce(sink);
		this.values.add(NOTICES, "/s", sink.perSecond());
		this.values.add("notices per second, publish to last email", "/s",
				this.plan.mails() / ((sink.last() - published) / 1e9));
		this.values.add("publish to first email", "s", (sink.first() - published) / 1e9);
		this.values.add("publish to last email", "s", (sink.last() - published) / 1e9);
		this.values.add("publish to the last result written", "s", (written - published) / 1e9);
		NoticePhases.of(notices, event, publishedAt).addTo(this.values, this.plan.sessions());
		addDatabaseUse(metricsBefore, metrics);
		cpu.addTo(this.values, cpuBefore);
		this.environment.progress()
			.log("announcement %d of %d: %.0f notices/s; %s", number, this.plan.repetitions(), sink.perSecond(),
					cpu.describe(cpuBefore));
	}

	private void awaitWritten(ServiceProcess service) throws Exception {
		this.environment.limit()
			.await("the results to be written", TIMEOUT, Duration.ofMillis(50),
					() -> service.metrics().sum("sharaka_notices_held") == 0);
	}

	private void requireEachMailOnce(MailSink sink) throws IOException {
		SinkFile mails = SinkFile.in(sink.dump());
		int expected = this.plan.mails();
		if (sink.count() != expected || mails.mails() != expected || mails.messageIds() != expected
				|| mails.recipients() != expected) {
			throw new IllegalStateException("expected %d emails, but the sink counted %d and its file has %s"
				.formatted(expected, sink.count(), mails));
		}
		this.values.add("size of an email in the sink's file, mean", "bytes", (double) mails.bytes() / expected);
	}

	private void addDatabaseUse(PrometheusMetrics before, PrometheusMetrics after) {
		Map<String, Double> counts = after.growthBy("mongodb_driver_commands_seconds_count", before, "collection",
				"command");
		Map<String, Double> seconds = after.growthBy("mongodb_driver_commands_seconds_sum", before, "collection",
				"command");
		counts.forEach((name, count) -> {
			this.values.add("database: %s, per thousand notices".formatted(name), "", 1000 * count / this.plan.mails());
			this.values.add("database: %s, total time".formatted(name), "s", seconds.getOrDefault(name, 0.0));
		});
	}

	/**
	 * Sends emails with smtp-source.
	 * @return emails per second, from the first to the last
	 */
	private double smtpSource(MailSink sink, Path mail, int mails) throws Exception {
		sink.reset();
		ChildProcess source = this.environment.children()
			.start("smtp-source", List.of(this.environment.tools().resolve("smtp-source").toString(), "-d", "-s",
					Integer.toString(this.plan.sessions()), "-m", Integer.toString(mails), "-f", "notices@sharaka.test",
					"-t", "contact@benchmark.test", "-F", mail.toString(), "127.0.0.1:" + sink.port()), Map.of());
		sink.await(mails, TIMEOUT, this.environment.limit(), this.environment.progress());
		double perSecond = sink.perSecond();
		this.environment.children().end(source);
		return perSecond;
	}

	private Section section() {
		Figure notices = this.values.figure(NOTICES);
		return new Section(
				"Announcement to %,d contacts, %s".formatted(this.plan.mails(), this.environment.database().name()))
			.addAll(this.values.figures())
			.add(Figure.share("notices, as a share of smtp-source", notices, this.values.figure(LIMIT)))
			.note("each contact got exactly one email in each repetition, by recipient and by Message-ID")
			.note("smtp-source sends as many copies of an email of the service, over as many connections (%d)"
				.formatted(this.plan.sessions()))
			.note("%d repetition(s); each starts without notices in the database".formatted(notices.values().size()))
			.note("CPU time: " + this.environment.database().cpuNote())
			.note("the phases come from the timelines of the notices, in whole milliseconds");
	}

}
