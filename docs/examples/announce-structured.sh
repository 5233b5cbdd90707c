#!/usr/bin/env bash
# Publishes an announcement with kcat, in structured mode: one JSON document with attributes and data.
# Usage: announce-structured.sh ID [CHARITY_ID]        (KAFKA_BROKERS, TOPIC default to a local suite)
set -euo pipefail
id=$1
audience=${2:+\"charities\": [\"$2\"]}

kcat -P -b "${KAFKA_BROKERS:-localhost:9092}" -t "${TOPIC:-ministry.events}" -k "$id" \
  -H 'content-type=application/cloudevents+json; charset=UTF-8' <<EOF
{"specversion": "1.0", "id": "$id", "source": "/examples/kcat", "type": "org.sharaka.ministry.announcement-issued.v1", "time": "$(date -u +%FT%TZ)", "datacontenttype": "application/json", "data": {"audience": {$audience}, "title": {"ar": "فتح باب التقديم على المنح", "en": "Grants are open"}, "text": {"ar": "يُفتح باب التقديم على منح المبادرات يوم الأحد.", "en": "Applications for initiative grants open on Sunday."}, "category": "GRANTS", "priority": "NORMAL"}}
EOF
