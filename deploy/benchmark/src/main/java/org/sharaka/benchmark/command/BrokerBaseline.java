package org.sharaka.benchmark.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

import org.sharaka.benchmark.figure.Latencies;
import org.sharaka.benchmark.load.ConcurrentCallers.Outcome;
import org.sharaka.benchmark.load.KafkaAccess;
import org.sharaka.benchmark.load.PublishedEvents;

/**
 * Measures the broker without a service. The records that a service has published are
 * sent again to another topic, with the same keys, headers and producer settings.
 */
final class BrokerBaseline {

	private static final int SEND_TIMEOUT_SECONDS = 120;

	private final KafkaAccess kafka;

	private final String topic;

	BrokerBaseline(KafkaAccess kafka, String topic) throws Exception {
		this.kafka = kafka;
		this.topic = topic;
		kafka.create(topic);
	}

	/**
	 * Sends the records in this many chains. Within a chain, a record is sent when the
	 * one before it is acknowledged, as the relay does within an aggregate.
	 * @param chains as many as there are records to send all of them at once
	 */
	Outcome send(PublishedEvents events, int chains) throws InterruptedException {
		try (KafkaProducer<String, byte[]> producer = this.kafka.producer()) {
			producer.partitionsFor(this.topic);
			return new Sending(producer, events.records(), chains).run();
		}
	}

	/** Sends all records once. */
	private final class Sending {

		private final KafkaProducer<String, byte[]> producer;

		private final List<ConsumerRecord<String, byte[]>> records;

		private final int chains;

		private final long[] nanos;

		private final AtomicInteger next = new AtomicInteger();

		private final CountDownLatch acknowledged;

		private final AtomicReference<Exception> failure = new AtomicReference<>();

		private Sending(KafkaProducer<String, byte[]> producer, List<ConsumerRecord<String, byte[]>> records,
				int chains) {
			this.producer = producer;
			this.records = records;
			this.chains = chains;
			this.nanos = new long[records.size()];
			this.acknowledged = new CountDownLatch(records.size());
		}

		private Outcome run() throws InterruptedException {
			long begun = System.nanoTime();
			for (int chain = 0; chain < this.chains; chain++) {
				sendNext();
			}
			if (!this.acknowledged.await(SEND_TIMEOUT_SECONDS, TimeUnit.SECONDS) || this.failure.get() != null) {
				throw new IllegalStateException("the broker did not accept all records", this.failure.get());
			}
			return new Outcome(this.nanos.length, Duration.ofNanos(System.nanoTime() - begun),
					Latencies.ofNanos(this.nanos));
		}

		private void sendNext() {
			int index = this.next.getAndIncrement();
			if (index >= this.records.size()) {
				return;
			}
			ConsumerRecord<String, byte[]> record = this.records.get(index);
			long before = System.nanoTime();
			this.producer.send(new ProducerRecord<>(BrokerBaseline.this.topic, null, record.key(), record.value(),
					record.headers()), (metadata, failed) -> {
						this.nanos[index] = System.nanoTime() - before;
						if (failed != null) {
							this.failure.set(failed);
						}
						this.acknowledged.countDown();
						if (this.chains < this.records.size()) {
							sendNext();
						}
					});
		}

	}

}
