package org.sharaka.benchmark.command;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

import org.sharaka.benchmark.figure.Latencies;
import org.sharaka.benchmark.figure.Repetitions;
import org.sharaka.benchmark.figure.Section;
import org.sharaka.benchmark.load.ApiClient;
import org.sharaka.benchmark.load.BenchmarkEnvironment;
import org.sharaka.benchmark.load.BenchmarkPlan;
import org.sharaka.benchmark.load.ConcurrentCallers;
import org.sharaka.benchmark.load.ConcurrentCallers.Outcome;
import org.sharaka.benchmark.load.PublishedEvents;
import org.sharaka.benchmark.load.SampleEvents;
import org.sharaka.benchmark.process.ServiceProcess;

/**
 * Measures a meeting to which thousands of charities are invited: the response to
 * {@code POST /meetings}, the rate at which the invitations are issued in the background,
 * and the answers of many charities at once.
 */
public final class InvitationBenchmark {

	private static final String PREFIX = "benchmark.invitations.";

	private static final String TOPIC = PREFIX + "partnership.meetings";

	private static final int WARM_UP_MEETINGS = 20;

	private static final int ANSWERING_CALLERS = 16;

	private static final Duration ISSUE_TIMEOUT = Duration.ofMinutes(4);

	private static final String MEETING = """
			{"type": "RECEPTION", "title": {"ar": "لقاء القياس", "en": "The measured reception"},
			 "startsAt": "%sT10:00:00", "zone": "Asia/Riyadh", "durationMinutes": 90,
			 "venue": {"text": {"ar": "القاعة الكبرى", "en": "The great hall"}},
			 "chair": "وكيل الوزارة", "invite": {"kinds": ["%s"]}}""";

	private static final String ANSWER = """
			{"status": "ACCEPTED", "delegates": [{"name": "ممثل الجمعية"}]}""";

	private final BenchmarkEnvironment environment;

	private final BenchmarkPlan plan;

	private final Repetitions values = new Repetitions();

	public InvitationBenchmark(BenchmarkEnvironment environment) {
		this.environment = environment;
		this.plan = environment.plan();
	}

	public Section measure() throws Exception {
		// the service must know no other charities, such as those of the commands part
		this.environment.database().open("meeting").drop();
		ServiceProcess service = this.environment.service("meeting", PREFIX, Map.of());
		this.environment.progress().log("publishing %,d charities", this.plan.invited());
		try (KafkaProducer<String, byte[]> producer = this.environment.kafka().producer();
				ApiClient api = new ApiClient(service.url())) {
			SampleEvents samples = new SampleEvents(PREFIX, producer);
			samples.publishCharities(this.plan.invited(), 0);
			this.environment.kafka()
				.awaitConsumed(PREFIX + "partnership.charities", "meeting-service", this.environment.limit());
			this.environment.progress().log("warming up");
			Map<TopicPartition, Long> before = this.environment.kafka().ends(TOPIC);
			for (int i = 0; i < WARM_UP_MEETINGS; i++) {
				schedule(api, SampleEvents.KIND_OF_ONE);
			}
			read(before, 2 * WARM_UP_MEETINGS);
			for (int i = 1; i <= this.plan.repetitions() && !(i > 1 && this.environment.limit().isOver()); i++) {
				repeat(api, i);
			}
		}
		this.environment.children().end(service.child());
		return section();
	}

	private String schedule(ApiClient api, String kind) throws Exception {
		return api.post("/meetings", MEETING.formatted(LocalDate.now().plusDays(60), kind)).path("id").asString();
	}

	private void repeat(ApiClient api, int number) throws Exception {
		Map<TopicPartition, Long> before = this.environment.kafka().ends(TOPIC);
		long posted = System.nanoTime();
		String meeting = schedule(api, SampleEvents.KIND_OF_MANY);
		Latencies response = Latencies.ofNanos(new long[] { System.nanoTime() - posted });
		PublishedEvents issued = read(before, this.plan.invited() + 1);
		double seconds = issued.span().toMillis() / 1000.0;
		this.values.add("POST /meetings, response", "ms", response.percentile(100));
		this.values.add("from the meeting to the last invitation on Kafka", "s", seconds);
		this.values.add("invitations issued per second", "/s", this.plan.invited() / seconds);

		before = this.environment.kafka().ends(TOPIC);
		int turns = this.plan.answers() / ANSWERING_CALLERS;
		Outcome answers = new ConcurrentCallers(ANSWERING_CALLERS).run(turns,
				(client, turn) -> api.put(
						"/meetings/%s/invitations/%s".formatted(meeting, SampleEvents.charityId(client * turns + turn)),
						ANSWER));
		PublishedEvents answered = read(before, answers.calls());
		this.values.add("answers per second, %d callers".formatted(ANSWERING_CALLERS), "/s", answers.perSecond());
		this.values.add("answer, response", answers.latencies());
		this.values.add("answer, commit to Kafka", answered.commitToBroker());
		this.environment.progress()
			.log("invitations: %d of %d: response after %.0f ms, %.0f issued/s, %.0f answers/s", number,
					this.plan.repetitions(), response.percentile(100), this.plan.invited() / seconds,
					answers.perSecond());
	}

	private PublishedEvents read(Map<TopicPartition, Long> from, int expected) throws Exception {
		PublishedEvents events = this.environment.kafka().read(from, expected, ISSUE_TIMEOUT, this.environment.limit());
		if (events.records().size() != expected || !events.violations().isEmpty()) {
			throw new IllegalStateException("found %s instead of %d events; %s".formatted(events.countsByType(),
					expected, events.violations()));
		}
		return events;
	}

	private Section section() {
		return new Section("POST /meetings with %,d invitations, %s".formatted(this.plan.invited(),
				this.environment.database().name()))
			.addAll(this.values.figures())
			.note("each charity was invited once; every event was found on Kafka once and in order")
			.note("%,d of the charities then answer over %d connections; every answer was accepted"
				.formatted(this.plan.answers() / ANSWERING_CALLERS * ANSWERING_CALLERS, ANSWERING_CALLERS));
	}

}
