package org.sharaka.benchmark.command;

import java.util.Map;

import org.apache.kafka.common.TopicPartition;

import org.sharaka.benchmark.figure.Figure;
import org.sharaka.benchmark.figure.Repetitions;
import org.sharaka.benchmark.figure.Section;
import org.sharaka.benchmark.load.BenchmarkEnvironment;
import org.sharaka.benchmark.load.ConcurrentCallers.Outcome;
import org.sharaka.benchmark.load.ConcurrentCallers;
import org.sharaka.benchmark.load.PublishedEvents;
import org.sharaka.benchmark.process.CpuUsage;
import org.sharaka.benchmark.process.PrometheusMetrics;

/**
 * Measures one kind of command: under load, with the database alone and the broker alone
 * next to each repetition; and one caller at a time.
 */
final class CommandMeasurement {

	private static final String COMMANDS = "commands a second";

	private static final String EVENTS = "events a second, from the first command to the last event on Kafka";

	private static final String DATABASE = "database alone: %s a second";

	private static final String CHAINED = "broker alone, %d keys with one record in flight each: records a second";

	private static final String FLOODED = "broker alone, all records in flight: records a second";

	private final BenchmarkEnvironment bench;

	private final MeasuredCommand subject;

	private final ConcurrentCallers clients;

	private final BrokerBaseline broker;

	private final Repetitions values = new Repetitions();

	CommandMeasurement(BenchmarkEnvironment bench, MeasuredCommand subject) throws Exception {
		this.bench = bench;
		this.subject = subject;
		this.clients = new ConcurrentCallers(bench.plan().clients());
		this.broker = new BrokerBaseline(bench.kafka(), subject.topic() + ".alone");
	}

	Section run() throws Exception {
		this.bench.limit().check(this.subject.title());
		this.bench.progress().say("%s: warming up", this.subject.title());
		PublishedEvents warm = commands(this.clients, this.subject.turns()).events();
		this.subject.database().run(warm);
		this.broker.send(warm, this.clients.count());
		for (int i = 1; i <= this.bench.plan().repetitions() && !(i > 1 && this.bench.limit().isOver()); i++) {
			repeat(i);
		}
		quiet();
		return section();
	}

	/** What a number of commands did. */
	private record Commanded(Outcome outcome, PublishedEvents events) {
	}

	private Commanded commands(ConcurrentCallers callers, int turns) throws Exception {
		Map<TopicPartition, Long> before = this.bench.kafka().ends(this.subject.topic());
		Outcome outcome = callers.run(turns, this.subject.call());
		int expected = outcome.calls() * this.subject.eventsEach();
		PublishedEvents events = this.bench.kafka().read(before, expected, this.bench.limit());
		if (events.records().size() != expected || !events.faults().isEmpty()) {
			throw new IllegalStateException("%s: %d events instead of %d; %s".formatted(this.subject.title(),
					events.records().size(), expected, events.faults()));
		}
		return new Commanded(outcome, events);
	}

	private void repeat(int number) throws Exception {
		PrometheusMetrics metricsBefore = this.subject.service().metrics();
		CpuUsage cpuBefore = CpuUsage.now(this.bench.children());
		Commanded done = commands(this.clients, this.subject.turns());
		CpuUsage cpu = CpuUsage.now(this.bench.children());
		Outcome outcome = done.outcome();
		PublishedEvents events = done.events();
		this.values.add(COMMANDS, "/s", outcome.perSecond());
		this.values.add("answer", outcome.latencies());
		this.values.add("commit to Kafka", events.toBroker());
		if (this.subject.eventsEach() > 1) {
			this.values.add("commit to Kafka, the last event of each", events.lastToBroker());
		}
		this.values.add(EVENTS, "/s", events.records().size() / (events.span().toMillis() / 1000.0));

		Outcome database = this.subject.database().run(events);
		this.values.add(DATABASE.formatted(this.subject.unit()), "/s", database.perSecond());
		this.values.add("database alone", database.latencies());
		Outcome chained = this.broker.send(events, this.clients.count());
		this.values.add(CHAINED.formatted(this.clients.count()), "/s", chained.perSecond());
		this.values.add("broker alone, one in flight", chained.latencies());
		Outcome flooded = this.broker.send(events, events.records().size());
		this.values.add(FLOODED, "/s", flooded.perSecond());
		this.values.add("broker alone, all in flight", flooded.latencies());

		this.values.add("size of an event, mean", "bytes", events.meanBytes());
		addDatabaseUse(outcome.calls(), metricsBefore, this.subject.service().metrics());
		cpu.addTo(this.values, cpuBefore);
		this.bench.progress()
			.say("%s: %d of %d: %.0f commands/s, %.0f %s/s alone; %s", this.subject.title(), number,
					this.bench.plan().repetitions(), outcome.perSecond(), database.perSecond(), this.subject.unit(),
					cpu.said(cpuBefore));
	}

	/** The service's own commands to the database, those of its relay included. */
	private void addDatabaseUse(int calls, PrometheusMetrics before, PrometheusMetrics after) {
		Map<String, Double> counts = after.growthBy("mongodb_driver_commands_seconds_count", before, "collection",
				"command");
		Map<String, Double> seconds = after.growthBy("mongodb_driver_commands_seconds_sum", before, "collection",
				"command");
		counts.forEach((name, count) -> {
			this.values.add("database: %s, per command".formatted(name), "", count / calls);
			this.values.add("database: %s, time per command".formatted(name), "ms",
					1000 * seconds.getOrDefault(name, 0.0) / calls);
		});
	}

	private void quiet() throws Exception {
		ConcurrentCallers one = new ConcurrentCallers(1);
		Commanded done = commands(one, this.bench.plan().quiet());
		this.values.add("a single caller: commands a second", "/s", done.outcome().perSecond());
		this.values.add("a single caller: answer", done.outcome().latencies());
		this.values.add("a single caller: commit to Kafka", done.events().toBroker());
	}

	private Section section() {
		Figure commands = this.values.figure(COMMANDS);
		Figure events = this.values.figure(EVENTS);
		Figure database = this.values.figure(DATABASE.formatted(this.subject.unit()));
		Figure chained = this.values.figure(CHAINED.formatted(this.clients.count()));
		return new Section("%s, %d callers, %s".formatted(this.subject.title(), this.clients.count(),
				this.bench.database().name()))
			.addAll(this.values.figures())
			.add(Figure.share("commands of what the database does alone", commands, database))
			.add(Figure.share("events of what the broker does alone with one record in flight per key", events,
					chained))
			.note("%d commands in each of %d repetitions, each of %d event(s), every one of them found on Kafka once and in order"
				.formatted(this.subject.turns() * this.clients.count(), commands.values().size(),
						this.subject.eventsEach()))
			.note("commit to Kafka: from the event's time, which is taken just before the write and so includes it, to "
					+ "the broker's append; two clocks of this machine in whole milliseconds")
			.note("CPU time: " + this.bench.database().cpuNote())
			.note("the database alone does the one write that a command cannot do without, on copies of the service's "
					+ "documents; the broker alone is sent the same records again");
	}

}
