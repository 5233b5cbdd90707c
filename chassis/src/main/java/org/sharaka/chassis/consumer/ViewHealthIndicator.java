package org.sharaka.chassis.consumer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Down until the service's view contains everything that its topics had when this
 * instance was first asked. A new or rebuilt view would otherwise give incomplete
 * answers. Once the view is complete, the indicator stays up; how far a consumer lags
 * behind after that is a matter of metrics.
 */
final class ViewHealthIndicator extends AbstractHealthIndicator {

	private static final long TIMEOUT_SECONDS = 3;

	private final Map<String, Object> connection;

	private final List<String> topics;

	private final String group;

	private @Nullable Map<TopicPartition, Long> ends;

	private boolean complete;

	/**
	 * @param connection how to reach the broker
	 * @param topics the topics of the consumers that feed the view
	 */
	ViewHealthIndicator(Map<String, Object> connection, List<String> topics, String group) {
		super("The view's progress is not known");
		this.connection = new HashMap<>(connection);
		this.connection.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT_SECONDS * 1000);
		this.connection.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT_SECONDS * 1000);
		this.topics = topics;
		this.group = group;
		this.complete = topics.isEmpty();
	}

	@Override
	protected synchronized void doHealthCheck(Health.Builder builder) throws Exception {
		if (!this.complete) {
			Map<String, Long> lag = lag();
			this.complete = lag.isEmpty();
			builder.withDetail("lag", lag);
		}
		builder.status(this.complete ? "UP" : "DOWN");
	}

	/** How many records each topic still has for the view; without the finished ones. */
	private Map<String, Long> lag() throws ExecutionException, InterruptedException, TimeoutException {
		try (Admin admin = Admin.create(this.connection)) {
			Map<TopicPartition, Long> ends = this.ends;
			if (ends == null) {
				ends = offsets(admin, partitions(admin), OffsetSpec.latest());
				this.ends = ends;
			}
			Map<TopicPartition, Long> starts = offsets(admin, ends.keySet(), OffsetSpec.earliest());
			Map<TopicPartition, OffsetAndMetadata> committed = get(
					admin.listConsumerGroupOffsets(this.group).partitionsToOffsetAndMetadata());
			Map<String, Long> lag = new TreeMap<>();
			ends.forEach((partition, end) -> {
				OffsetAndMetadata position = committed.get(partition);
				long next = Math.max(starts.getOrDefault(partition, 0L), (position != null) ? position.offset() : 0);
				if (next < end) {
					lag.merge(partition.topic(), end - next, Long::sum);
				}
			});
			return lag;
		}
	}

	private List<TopicPartition> partitions(Admin admin)
			throws ExecutionException, InterruptedException, TimeoutException {
		Collection<TopicDescription> descriptions = get(admin.describeTopics(this.topics).allTopicNames()).values();
		return descriptions.stream()
			.flatMap((topic) -> topic.partitions()
				.stream()
				.map((partition) -> new TopicPartition(topic.name(), partition.partition())))
			.toList();
	}

	private static Map<TopicPartition, Long> offsets(Admin admin, Collection<TopicPartition> partitions,
			OffsetSpec which) throws ExecutionException, InterruptedException, TimeoutException {
		return get(
				admin.listOffsets(partitions.stream().collect(Collectors.toMap((partition) -> partition, (p) -> which)))
					.all())
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> offset(entry.getValue())));
	}

	private static long offset(ListOffsetsResult.ListOffsetsResultInfo info) {
		return info.offset();
	}

	private static <T> T get(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
		return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
	}

}
