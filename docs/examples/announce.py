"""Publishes an announcement to every registered charity, in structured mode, and waits for the broker's acknowledgement.

Needs: pip install confluent-kafka
Arguments: the address of the broker, the topic, the id of the event. After a failure, publish again with the same id: the
event has one effect only.
"""
import json
import sys
from datetime import datetime, timezone

from confluent_kafka import Producer

broker, topic, event_id = sys.argv[1:4]
event = {
    "specversion": "1.0",
    "id": event_id,
    "source": "/examples/python",
    "type": "org.sharaka.ministry.announcement-issued.v1",
    "time": datetime.now(timezone.utc).isoformat(),
    "datacontenttype": "application/json",
    "data": {
        "audience": {},
        "title": {"ar": "ورشة عمل", "en": "Workshop"},
        "text": {"ar": "تُعقد ورشة عمل حول الشراكة المجتمعية.", "en": "A workshop on community partnership."},
        "category": "GENERAL",
        "priority": "NORMAL",
    },
}


def delivered(error, message):
    if error is not None:
        sys.exit(f"not published: {error}")
    print(f"published {event_id}")


producer = Producer({"bootstrap.servers": broker, "acks": "all", "enable.idempotence": True})
producer.produce(
    topic,
    key=event_id,
    value=json.dumps(event, ensure_ascii=False).encode("utf-8"),
    headers={"content-type": "application/cloudevents+json; charset=UTF-8"},
    on_delivery=delivered,
)
producer.flush(30)
