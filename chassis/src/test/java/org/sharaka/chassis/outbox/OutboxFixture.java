package org.sharaka.chassis.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.event.Topics;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.testing.TestInfrastructure;
import tools.jackson.databind.json.JsonMapper;

/** Aggregates of no kind in particular, in a database of their own. */
final class OutboxFixture implements AutoCloseable {

	static final String TYPE = "org.sharaka.meeting.scheduled.v1";

	static final Relay.Settings SETTINGS = new Relay.Settings(50, Duration.ofMillis(50), Duration.ofSeconds(30),
			Duration.ofMillis(20));

	final String database;

	final Ids ids = Ids.random();

	final Clock clock;

	final Outbox outbox;

	final AggregateCollection aggregates;

	final MeterRegistry meters = new SimpleMeterRegistry();

	/** The names of the commands that the database was sent. */
	final List<String> commands = new CopyOnWriteArrayList<>();

	private final MongoClient client;

	OutboxFixture(String database, Clock clock) {
		this(TestInfrastructure.mongodbUri(), database, clock);
	}

	/** The topics have the database's name before theirs. */
	OutboxFixture(String mongodbUri, String database, Clock clock) {
		this.client = MongoClients.create(MongoClientSettings.builder()
			.applyConnectionString(new ConnectionString(mongodbUri))
			.addCommandListener(new CommandListener() {
				@Override
				public void commandStarted(CommandStartedEvent event) {
					OutboxFixture.this.commands.add(event.getCommandName());
				}
			})
			.build());
		this.database = database;
		this.clock = clock;
		this.outbox = new Outbox(new Topics(database + "."), this.ids, clock);
		this.aggregates = new AggregateCollection(this.client.getDatabase(database), "aggregates", this.outbox);
	}

	Relay relay(Broker broker) {
		return relay(broker, SETTINGS);
	}

	Relay relay(Broker broker, Relay.Settings settings) {
		return new Relay(List.of(this.aggregates), this.outbox, broker, "/test", this.ids, this.clock, settings,
				this.meters);
	}

	MongoDatabase mongo() {
		return this.client.getDatabase(this.database);
	}

	RelayHandle relayOfThisProcess() {
		return this.outbox.relay();
	}

	/** An aggregate with its first events. */
	String add(int events) {
		String id = this.ids.newId();
		this.aggregates.add(id, new Document("state", 0), newEvents(events), command());
		return id;
	}

	/** A further change, from whatever version the aggregate is at now. */
	void change(String id, int events) {
		Document document = this.aggregates.find(id).orElseThrow();
		this.aggregates.save(id, AggregateCollection.versionOf(document),
				new Document("state", document.getInteger("state") + 1), newEvents(events), command());
	}

	private CommandContext command() {
		return command(this.ids.newId());
	}

	static CommandContext command(String id) {
		return CommandContext.of("tester", id);
	}

	AggregateCollection.Write insertion(String id) {
		return this.aggregates.insertion(id, new Document("state", 0), newEvents(1), command());
	}

	static List<NewEvent> newEvents(int count) {
		List<NewEvent> events = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			events.add(new NewEvent(TYPE, JsonMapper.shared().createObjectNode().put("name", "لقاء")));
		}
		return events;
	}

	@Override
	public void close() {
		this.client.close();
	}

}
