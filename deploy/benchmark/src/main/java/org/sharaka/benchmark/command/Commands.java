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
import org.sharaka.benchmark.load.Api;
import org.sharaka.benchmark.load.Clients;
import org.sharaka.benchmark.load.Plan;
import org.sharaka.benchmark.load.Workbench;
import org.sharaka.benchmark.process.Service;

/** Decisions and meetings. The service that is measured runs alone. */
public final class Commands {

	private static final String PREFIX = "benchmark.commands.";

	private static final String MEETING = """
			{"type": "RECEPTION", "title": {"ar": "لقاء القياس", "en": "The measured reception"},
			 "startsAt": "%sT10:00:00", "zone": "Asia/Riyadh", "durationMinutes": 90,
			 "venue": {"text": {"ar": "القاعة الكبرى", "en": "The great hall"}},
			 "chair": "وكيل الوزارة", "invite": {"charities": [%s]}, "agenda": [{"title": {"ar": "كلمة الافتتاح"}}]}""";

	private final Workbench bench;

	private final Plan plan;

	private final Clients clients;

	private final DatabaseAlone alone;

	public Commands(Workbench bench) {
		this.bench = bench;
		this.plan = bench.plan();
		this.clients = new Clients(this.plan.clients());
		this.alone = new DatabaseAlone(bench.database().open("alone"));
	}

	/**
	 * Measures both.
	 * @param found told of each when it is measured
	 */
	public void measure(Consumer<Section> found) throws Exception {
		Service registry = this.bench.service("registry", PREFIX, Map.of());
		List<String> charities;
		try (Api api = new Api(registry.url())) {
			this.bench.progress().say("registering %d charities", this.plan.clients() * this.plan.charitiesEach());
			String topic = PREFIX + "partnership.charities";
			Map<TopicPartition, Long> before = this.bench.kafka().ends(topic);
			Register register = Register.filled(api, this.clients, this.plan.charitiesEach());
			this.bench.kafka().read(before, 2 * register.ids().size(), this.bench.limit());
			charities = register.ids();
			found.accept(decisions(registry, register));
		}
		this.bench.children().end(registry.child());
		Service meeting = this.bench.service("meeting", PREFIX, Map.of());
		this.bench.kafka().awaitTakenIn(PREFIX + "partnership.charities", "meeting-service", this.bench.limit());
		try (Api api = new Api(meeting.url())) {
			found.accept(meetings(meeting, api, charities));
		}
		this.bench.children().end(meeting.child());
	}

	private Section decisions(Service registry, Register register) throws Exception {
		Document model = model("registry", "charities");
		return new Measurement(this.bench,
				new Subject("POST /charities/{id}/decisions", PREFIX + "partnership.charities", 1,
						this.plan.decisions(), registry, register::decide, "updates", (events) -> this.alone
							.update(model, events, this.clients, this.plan.decisions(), this.plan.charitiesEach())))
			.run();
	}

	private Section meetings(Service meeting, Api api, List<String> charities) throws Exception {
		String date = LocalDate.now().plusDays(60).toString();
		Clients.Call schedule = (client, turn) -> api.post("/meetings",
				MEETING.formatted(date, invited(charities, client * this.plan.meetings() + turn)));
		int events = this.plan.invitations() + 1;
		String topic = PREFIX + "partnership.meetings";
		Map<TopicPartition, Long> before = this.bench.kafka().ends(topic);
		schedule.run(0, 0);
		this.bench.kafka().read(before, events, this.bench.limit());
		Document model = model("meeting", "meetings");
		return new Measurement(this.bench,
				new Subject("POST /meetings with %d invitations".formatted(this.plan.invitations()), topic, events,
						this.plan.meetings(), meeting, schedule, "insertions",
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
