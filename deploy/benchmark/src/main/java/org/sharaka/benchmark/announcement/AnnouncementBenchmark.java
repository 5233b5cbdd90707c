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
import org.sharaka.benchmark.process.ChildProcess;
import org.sharaka.benchmark.process.ChildProcesses;
import org.sharaka.benchmark.process.CpuUsage;
import org.sharaka.benchmark.process.MailSink;
import org.sharaka.benchmark.process.PrometheusMetrics;
import org.sharaka.benchmark.process.ServiceProcess;

/**
 * An announcement to all contacts, from Kafka to the mail sink; and next to each
 * repetition smtp-source with as many mails, of the same bytes, over as many connections
 * to the same sink.
 */
public final class AnnouncementBenchmark {

	private static final String PREFIX = "benchmark.announcement.";

	private static final String NOTICES = "notices a second, first mail to last";

	private static final String LIMIT = "smtp-source to the same sink: mails a second, first to last";

	private static final Duration PATIENCE = Duration.ofSeconds(240);

	/** Twice after a lease, a sweep or a retry would come in this time. */
	private static final Duration QUIET = Duration.ofSeconds(2);

	private final BenchmarkEnvironment bench;

	private final BenchmarkPlan plan;

	private final Repetitions values = new Repetitions();

	public AnnouncementBenchmark(BenchmarkEnvironment bench) {
		this.bench = bench;
		this.plan = bench.plan();
	}

	public Section measure() throws Exception {
		MailSink sink = MailSink.start(this.bench.children(), this.bench.tools(), this.bench.data(),
				this.bench.limit());
		ServiceProcess service = this.bench.service("notification", PREFIX,
				Map.of("SMTP_HOST", "127.0.0.1", "SMTP_PORT", Integer.toString(sink.port()), "SMTP_CONNECTIONS",
						Integer.toString(this.plan.sessions()), "SMS_SANDBOX_PORT",
						Integer.toString(ChildProcesses.freePort())));
		try (KafkaProducer<String, byte[]> producer = this.bench.kafka().producer()) {
			Audience audience = new Audience(PREFIX, producer);
			this.bench.progress()
				.say("publishing %d charities with %d contacts each", this.plan.charities(), this.plan.contacts());
			audience.publish(this.plan.charities(), this.plan.contacts());
			for (String topic : List.of("partnership.charities", "partnership.contacts")) {
				this.bench.kafka().awaitTakenIn(PREFIX + topic, "notification-service", this.bench.limit());
			}
			Path mail = oneMail(audience, sink);
			this.bench.progress().say("warming up");
			audience.announceToFirst(Math.max(1, this.plan.charities() / 10));
			sink.await(Math.max(1, this.plan.charities() / 10) * this.plan.contacts(), PATIENCE, this.bench.limit(),
					this.bench.progress());
			awaitWritten(service);
			smtpSource(sink, mail, Math.max(1, this.plan.mails() / 10));
			this.bench.limit().check("an announcement");
			for (int i = 1; i <= this.plan.repetitions() && !(i > 1 && this.bench.limit().isOver()); i++) {
				announce(audience, sink, service, i);
				double limit = smtpSource(sink, mail, this.plan.mails());
				this.values.add(LIMIT, "/s", limit);
				this.bench.progress().say("smtp-source: %.0f mails/s", limit);
			}
		}
		this.bench.children().end(service.child());
		return section();
	}

	/** A mail as the service sends it, for smtp-source to send. */
	private Path oneMail(Audience audience, MailSink sink) throws Exception {
		sink.empty();
		audience.announceToKind(Audience.ONE);
		sink.await(1, PATIENCE, this.bench.limit(), this.bench.progress());
		// the sink counts a mail when it has all of it, and closes the file after that
		this.bench.limit()
			.await("the mail's file", PATIENCE, Duration.ofMillis(50),
					() -> Files.exists(sink.dump()) && SinkFile.in(sink.dump()).mails() == 1);
		Path file = this.bench.data().resolve("mail.eml");
		Files.writeString(file, SinkFile.only(sink.dump()), StandardCharsets.ISO_8859_1);
		sink.empty();
		return file;
	}

	private void announce(Audience audience, MailSink sink, ServiceProcess service, int number) throws Exception {
		MongoCollection<Document> notices = this.bench.database().open("notification").getCollection("notices");
		notices.deleteMany(new Document());
		sink.empty();
		PrometheusMetrics metricsBefore = service.metrics();
		CpuUsage cpuBefore = CpuUsage.now(this.bench.children());
		Instant publishedAt = Instant.now();
		long published = System.nanoTime();
		String event = audience.announceToKind(Audience.MANY);
		sink.await(this.plan.mails(), PATIENCE, this.bench.limit(), this.bench.progress());
		awaitWritten(service);
		long written = System.nanoTime();
		CpuUsage cpu = CpuUsage.now(this.bench.children());
		PrometheusMetrics metrics = service.metrics();
		Thread.sleep(QUIET);
		requireEachOnce(sink);
		this.values.add(NOTICES, "/s", sink.perSecond());
		this.values.add("notices a second, publish to last mail", "/s",
				this.plan.mails() / ((sink.last() - published) / 1e9));
		this.values.add("publish to first mail", "s", (sink.first() - published) / 1e9);
		this.values.add("publish to last mail", "s", (sink.last() - published) / 1e9);
		this.values.add("publish to the last result written", "s", (written - published) / 1e9);
		NoticePhases.of(notices, event, publishedAt).addTo(this.values, this.plan.sessions());
		addDatabaseUse(metricsBefore, metrics);
		cpu.addTo(this.values, cpuBefore);
		this.bench.progress()
			.say("announcement %d of %d: %.0f notices/s; %s", number, this.plan.repetitions(), sink.perSecond(),
					cpu.said(cpuBefore));
	}

	private void awaitWritten(ServiceProcess service) throws Exception {
		this.bench.limit()
			.await("the results to be written", PATIENCE, Duration.ofMillis(50),
					() -> service.metrics().sum("sharaka_notices_held") == 0);
	}

	private void requireEachOnce(MailSink sink) throws IOException {
		SinkFile mails = SinkFile.in(sink.dump());
		int expected = this.plan.mails();
		if (sink.count() != expected || mails.mails() != expected || mails.messageIds() != expected
				|| mails.recipients() != expected) {
			throw new IllegalStateException("instead of %d mails the sink counted %d, and its file has %s"
				.formatted(expected, sink.count(), mails));
		}
		this.values.add("size of a mail in the sink's file, mean", "bytes", (double) mails.bytes() / expected);
	}

	private void addDatabaseUse(PrometheusMetrics before, PrometheusMetrics after) {
		Map<String, Double> counts = after.growthBy("mongodb_driver_commands_seconds_count", before, "collection",
				"command");
		Map<String, Double> seconds = after.growthBy("mongodb_driver_commands_seconds_sum", before, "collection",
				"command");
		counts.forEach((name, count) -> {
			this.values.add("database: %s, per thousand notices".formatted(name), "", 1000 * count / this.plan.mails());
			this.values.add("database: %s, time in all".formatted(name), "s", seconds.getOrDefault(name, 0.0));
		});
	}

	/**
	 * Sends so many mails with smtp-source.
	 * @return mails a second, from first to last
	 */
	private double smtpSource(MailSink sink, Path mail, int mails) throws Exception {
		sink.empty();
		ChildProcess source = this.bench.children()
			.start("smtp-source", List.of(this.bench.tools().resolve("smtp-source").toString(), "-d", "-s",
					Integer.toString(this.plan.sessions()), "-m", Integer.toString(mails), "-f", "notices@sharaka.test",
					"-t", "contact@benchmark.test", "-F", mail.toString(), "127.0.0.1:" + sink.port()), Map.of());
		sink.await(mails, PATIENCE, this.bench.limit(), this.bench.progress());
		double perSecond = sink.perSecond();
		this.bench.children().end(source);
		return perSecond;
	}

	private Section section() {
		Figure notices = this.values.figure(NOTICES);
		return new Section(
				"Announcement to %,d contacts, %s".formatted(this.plan.mails(), this.bench.database().name()))
			.addAll(this.values.figures())
			.add(Figure.share("notices of what smtp-source does", notices, this.values.figure(LIMIT)))
			.note("each contact got exactly one mail in each repetition, by recipient and by Message-ID")
			.note("smtp-source sends as many mails, a copy of one of the service's, over as many connections (%d)"
				.formatted(this.plan.sessions()))
			.note("%d repetition(s); each begins without any notice in the database".formatted(notices.values().size()))
			.note("CPU time: " + this.bench.database().cpuNote())
			.note("times of phases are from the notices' timelines, in whole milliseconds");
	}

}
