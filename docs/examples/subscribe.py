"""Reads the compacted topic partnership.charities from the beginning to its current end and prints the registered charities.

Needs: pip install confluent-kafka
Arguments: the address of the broker, the topic.
"""
import json
import sys

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, TopicPartition

broker, topic = sys.argv[1:3]
consumer = Consumer({
    "bootstrap.servers": broker,
    "group.id": "examples-python",
    "enable.auto.commit": False,
    "enable.partition.eof": True,
})
partitions = list(consumer.list_topics(topic).topics[topic].partitions)
consumer.assign([TopicPartition(topic, partition, OFFSET_BEGINNING) for partition in partitions])

charities, sequences, at_end = {}, {}, set()
while len(at_end) < len(partitions):
    record = consumer.poll(1.0)
    if record is None:
        continue
    if record.error():
        if record.error().code() != KafkaError._PARTITION_EOF:
            sys.exit(str(record.error()))
        at_end.add(record.partition())
        continue
    headers = {name: value.decode("utf-8") for name, value in record.headers() or []}
    charity, sequence = headers["ce_subject"], int(headers["ce_sequence"])
    if sequence <= sequences.get(charity, 0):
        continue  # a duplicate, or older than the last event
    sequences[charity] = sequence
    charities[charity] = json.loads(record.value())
consumer.close()

for charity in sorted(charities.values(), key=lambda one: one.get("registrationNumber") or ""):
    if charity["status"] == "REGISTERED":
        print(charity["registrationNumber"], charity["kind"], charity["name"]["ar"])
