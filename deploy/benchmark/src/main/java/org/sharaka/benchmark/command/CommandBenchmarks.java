package org.sharaka.benchmark.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

import org.sharaka.benchmark.figure.Section;
import org.sharaka.benchmark.load.ApiClient;
import org.sharaka.benchmark.load.BenchmarkEnvironment;
import org.sharaka.benchmark.load.BenchmarkPlan;
import org.sharaka.benchmark.load.ConcurrentCallers;
import org.sharaka.benchmark.process.ServiceProcess;

/** Decisions and meetings. The service that is measured runs alone. */
public final class CommandBenchmarks {

	private static final String PREFIX = "benchmark.commands.";

	private static final String MEETING = """
			{"type": "RECEPTION", "title": {"ar": "لقاء القياس", "en": "The measured reception"},
			 "startsAt": "%sT10:00:00", "zone": "Asia/Riyadh", "durationMinutes": 90,
			 "venue": {"text": {"ar": "القاعة الكبرى", "en": "The great hall"}},
			 "chair": "وكيل الوزارة", "invite": {"charities": [%s]}, "agenda": [{"title": {"ar": "كلمة الافتتاح"}}]}""";

	private final BenchmarkEnvironment bench;

	private final BenchmarkPlan plan;

	private final ConcurrentCallers clients;

	private final DatabaseBaseline alone;

	public CommandBenchmarks(BenchmarkEnvironment bench) {
		this.bench = bench;
		this.plan = bench.plan();
		this.clients = new ConcurrentCallers(this.plan.clients());
		this.alone = new DatabaseBaseline(bench.database().open("alone"));
	}

	/**
	 * Measures both.
	 * @param found told of each when it is measured
	 */
	public void measure(Consumer<Section> found) throws Exception {
		ServiceProcess registry = this.bench.service("registry", PREFIX, Map.of());
		List<String> charities;
		try (ApiClient api = new ApiClient(registry.url())) {
			this.bench.progress().say("registering %d charities", this.plan.clients() * this.plan.charitiesEach());
			String topic = PREFIX + "partnership.charities";
			Map<TopicPartition, Long> before = this.bench.kafka().ends(topic);
			RegisteredCharities register = RegisteredCharities.filled(api, this.clients, this.plan.charitiesEach());
			this.bench.kafka().read(before, 2 * register.ids().size(), this.bench.limit());
			charities = register.ids();
			found.accept(decisions(registry, register));
		}
		this.bench.children().end(registry.child());
		ServiceProcess meeting = this.bench.service("meeting", PREFIX, Map.of());
		this.bench.kafka().awaitTakenIn(PREFIX + "partnership.charities", "meeting-service", this.bench.limit());
		try (ApiClient api = new ApiClient(meeting.url())) {
			found.accept(meetings(meeting, api, charities));
		}
		this.bench.children().end(meeting.child());
	}

	private Section decisions(ServiceProcess registry, RegisteredCharities register) throws Exception {
		Document model = model("registry", "charities");
		return new CommandMeasurement(this.bench,
				new MeasuredCommand("POST /charities/{id}/decisions", PREFIX + "partnership.charities", 1,
						this.plan.decisions(), registry, register::decide, "updates", (events) -> this.alone
							.update(model, events, this.clients, this.plan.decisions(), this.plan.charitiesEach())))
			.run();
	}

	private Section meetings(ServiceProcess meeting, ApiClient api, List<String> charities) throws Exception {
		String date = LocalDate.now().plusDays(60).toString();
		ConcurrentCallers.Call schedule = (client, turn) -> api.post("/meetings",
				MEETING.formatted(date, invited(charities, client * this.plan.meetings() + turn)));
		int events = this.plan.invitations() + 1;
		String topic = PREFIX + "partnership.meetings";
		Map<TopicPartition, Long> before = this.bench.kafka().ends(topic);
		schedule.run(0, 0);
		this.bench.kafka().read(before, events, this.bench.limit());
		Document model = model("meeting", "meetings");
		return new CommandMeasurement(this.bench,
				new MeasuredCommand("POST /meetings with %d invitations".formatted(this.plan.invitations()), topic,
						events, this.plan.meetings(), meeting, schedule, "insertions",
						(published) -> this.alone.insert(model, published, events, this.clients, this.plan.meetings())))
			.run();
	}

	private String invited(List<String> charities, int from) {
		return IntStream.range(0, this.plan.invitations())
			.mapToObj((i) -> '"' + charities.get((from + i) % charities.size()) + '"')
			.collect(Collectors.joining(", "));
	}

	/** A document that the service itself wrote, without what its relay takes away. */
	private Document model(String database, String collection) {
		Document model = this.bench.database().open(database).getCollection(collection).find().first();
		if (model == null) {
			throw new IllegalStateException(database + " has nothing in " + collection);
		}
		List.of("outbox", "outboxSince", "lease").forEach(model::remove);
		return model;
	}

}
