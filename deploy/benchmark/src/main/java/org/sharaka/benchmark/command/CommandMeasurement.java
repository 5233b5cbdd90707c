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
 * Measures one kind of command: with concurrent callers, each repetition followed by the
 * database alone and the broker alone, and finally with a single caller.
 */
final class CommandMeasurement {

	private static final String COMMANDS = "commands per second";

	private static final String EVENTS = "events per second, from the first command to the last event on Kafka";

	private static final String DATABASE = "database alone: %s per second";

	private static final String CHAINED = "broker alone, %d keys with one record in flight each: records per second";

	private static final String FLOODED = "broker alone, all records in flight: records per second";

	private final BenchmarkEnvironment environment;

	private final MeasuredCommand subject;

	private final ConcurrentCallers clients;

	private final BrokerBaseline broker;

	private final Repetitions values = new Repetitions();

	CommandMeasurement(BenchmarkEnvironment environment, MeasuredCommand subject) throws Exception {
		this.environment = environment;
		this.subject = subject;
		this.clients = new ConcurrentCallers(environment.plan().clients());
		this.broker = new BrokerBaseline(environment.kafka(), subject.topic() + ".baseline");
	}

	Section run() throws Exception {
		this.environment.limit().check(this.subject.title());
		this.environment.progress().log("%s: warming up", this.subject.title());
		PublishedEvents warm = commands(this.clients, this.subject.turns()).events();
		this.subject.database().run(warm);
		this.broker.send(warm, this.clients.count());
		for (int i = 1; i <= this.environment.plan().repetitions()
				&& !(i > 1 && this.environment.limit().isOver()); i++) {
			repeat(i);
		}
		singleCaller();
		return section();
	}

	/** The outcome of a number of commands, and their events. */
	private record CommandRun(Outcome outcome, PublishedEvents events) {
	}

	private CommandRun commands(ConcurrentCallers callers, int turns) throws Exception {
		Map<TopicPartition, Long> before = this.environment.kafka().ends(this.subject.topic());
		Outcome outcome = callers.run(turns, this.subject.call());
		int expected = outcome.calls() * this.subject.eventsEach();
		PublishedEvents events = this.environment.kafka().read(before, expected, this.environment.limit());
		if (events.records().size() != expected || !events.violations().isEmpty()) {
			throw new IllegalStateException("%s: found %d events instead of %d; %s".formatted(this.subject.title(),
					events.records().size(), expected, events.violations()));
		}
		return new CommandRun(outcome, events);
	}

	private void repeat(int number) throws Exception {
		PrometheusMetrics metricsBefore = this.subject.service().metrics();
		CpuUsage cpuBefore = CpuUsage.now(this.environment.children());
		CommandRun done = commands(this.clients, this.subject.turns());
		CpuUsage cpu = CpuUsage.now(this.environment.children());
		Outcome outcome = done.outcome();
		PublishedEvents events = done.events();
		this.values.add(COMMANDS, "/s", outcome.perSecond());
		this.values.add("answer", outcome.latencies());
		this.values.add("commit to Kafka", events.commitToBroker());
		if (this.subject.eventsEach() > 1) {
			this.values.add("commit to Kafka, the last event of each", events.lastCommitToBroker());
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
		this.environment.progress()
			.log("%s: %d of %d: %.0f commands/s, %.0f %s/s alone; %s", this.subject.title(), number,
					this.environment.plan().repetitions(), outcome.perSecond(), database.perSecond(),
					this.subject.unit(), cpu.describe(cpuBefore));
	}

	/** Adds the service's database commands, including those of its relay. */
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

	private void singleCaller() throws Exception {
		ConcurrentCallers one = new ConcurrentCallers(1);
		CommandRun done = commands(one, this.environment.plan().singleCallerTurns());
		this.values.add("a single caller: commands per second", "/s", done.outcome().perSecond());
		this.values.add("a single caller: answer", done.outcome().latencies());
		this.values.add("a single caller: commit to Kafka", done.events().commitToBroker());
	}

	private Section section() {
		Figure commands = this.values.figure(COMMANDS);
		Figure events = this.values.figure(EVENTS);
		Figure database = this.values.figure(DATABASE.formatted(this.subject.unit()));
		Figure chained = this.values.figure(CHAINED.formatted(this.clients.count()));
		return new Section("%s, %d callers, %s".formatted(this.subject.title(), this.clients.count(),
				this.environment.database().name()))
			.addAll(this.values.figures())
			.add(Figure.share("commands, as a share of the database alone", commands, database))
			.add(Figure.share("events, as a share of the broker alone with one record in flight per key", events,
					chained))
			.note("%d commands in each of %d repetitions with %d event(s) each; every event was found on Kafka once and in order"
				.formatted(this.subject.turns() * this.clients.count(), commands.values().size(),
						this.subject.eventsEach()))
			.note("commit to Kafka: from the event's time, which is set just before the write and so includes it, to "
					+ "the broker's append; in whole milliseconds of this machine's clock")
			.note("CPU time: " + this.environment.database().cpuNote())
			.note("the database alone does only the write that a command needs, on copies of the service's documents; "
					+ "the broker alone is sent the same records again");
	}

}
