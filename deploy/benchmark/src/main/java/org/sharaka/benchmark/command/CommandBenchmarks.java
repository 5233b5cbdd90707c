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

/** Measures decisions and meetings. Only the measured service runs. */
public final class CommandBenchmarks {

	private static final String PREFIX = "benchmark.commands.";

	private static final String MEETING = """
			{"type": "RECEPTION", "title": {"ar": "لقاء القياس", "en": "The measured reception"},
			 "startsAt": "%sT10:00:00", "zone": "Asia/Riyadh", "durationMinutes": 90,
			 "venue": {"text": {"ar": "القاعة الكبرى", "en": "The great hall"}},
			 "chair": "وكيل الوزارة", "invite": {"charities": [%s]}, "agenda": [{"title": {"ar": "كلمة الافتتاح"}}]}""";

	private final BenchmarkEnvironment environment;

	private final BenchmarkPlan plan;

	private final ConcurrentCallers clients;

	private final DatabaseBaseline database;

	public CommandBenchmarks(BenchmarkEnvironment environment) {
		this.environment = environment;
		this.plan = environment.plan();
		this.clients = new ConcurrentCallers(this.plan.clients());
		this.database = new DatabaseBaseline(environment.database().open("baseline"));
	}

	/**
	 * Measures both.
	 * @param results receives each section when it is complete
	 */
	public void measure(Consumer<Section> results) throws Exception {
		ServiceProcess registry = this.environment.service("registry", PREFIX, Map.of());
		List<String> charities;
		try (ApiClient api = new ApiClient(registry.url())) {
			this.environment.progress()
				.log("registering %d charities", this.plan.clients() * this.plan.charitiesEach());
			String topic = PREFIX + "partnership.charities";
			Map<TopicPartition, Long> before = this.environment.kafka().ends(topic);
			RegisteredCharities register = RegisteredCharities.register(api, this.clients, this.plan.charitiesEach());
			this.environment.kafka().read(before, 2 * register.ids().size(), this.environment.limit());
			charities = register.ids();
			results.accept(decisions(registry, register));
		}
		this.environment.children().end(registry.child());
		ServiceProcess meeting = this.environment.service("meeting", PREFIX, Map.of());
		this.environment.kafka()
			.awaitConsumed(PREFIX + "partnership.charities", "meeting-service", this.environment.limit());
		try (ApiClient api = new ApiClient(meeting.url())) {
			results.accept(meetings(meeting, api, charities));
		}
		this.environment.children().end(meeting.child());
	}

	private Section decisions(ServiceProcess registry, RegisteredCharities register) throws Exception {
		Document model = model("registry", "charities");
		return new CommandMeasurement(this.environment,
				new MeasuredCommand("POST /charities/{id}/decisions", PREFIX + "partnership.charities", 1,
						this.plan.decisions(), registry, register::decide, "updates", (events) -> this.database
							.update(model, events, this.clients, this.plan.decisions(), this.plan.charitiesEach())))
			.run();
	}

	private Section meetings(ServiceProcess meeting, ApiClient api, List<String> charities) throws Exception {
		String date = LocalDate.now().plusDays(60).toString();
		ConcurrentCallers.Call schedule = (client, turn) -> api.post("/meetings",
				MEETING.formatted(date, invited(charities, client * this.plan.meetings() + turn)));
		int events = this.plan.invitations() + 1;
		String topic = PREFIX + "partnership.meetings";
		Map<TopicPartition, Long> before = this.environment.kafka().ends(topic);
		schedule.run(0, 0);
		this.environment.kafka().read(before, events, this.environment.limit());
		Document model = model("meeting", "meetings");
		Document invitation = model("meeting", "invitations");
		return new CommandMeasurement(this.environment, new MeasuredCommand(
				"POST /meetings with %d invitations".formatted(this.plan.invitations()), topic, events,
				this.plan.meetings(), meeting, schedule, "meetings with their invitations", (published) -> this.database
					.insert(model, invitation, published, this.plan.invitations(), this.clients, this.plan.meetings())))
			.run();
	}

	private String invited(List<String> charities, int from) {
		return IntStream.range(0, this.plan.invitations())
			.mapToObj((i) -> '"' + charities.get((from + i) % charities.size()) + '"')
			.collect(Collectors.joining(", "));
	}

	/** Returns a document that the service has written, without its outbox and lease. */
	private Document model(String database, String collection) {
		Document model = this.environment.database().open(database).getCollection(collection).find().first();
		if (model == null) {
			throw new IllegalStateException(database + " has no document in " + collection);
		}
		List.of("outbox", "outboxSince", "lease").forEach(model::remove);
		return model;
	}

}
