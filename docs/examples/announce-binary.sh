#!/usr/bin/env bash
# Publishes an announcement with kcat, in binary mode: the attributes are ce_ headers, and the value is the data alone.
# Usage: announce-binary.sh ID [CHARITY_ID]        (KAFKA_BROKERS, TOPIC default to a local suite)
set -euo pipefail
id=$1
audience=${2:+\"charities\": [\"$2\"]}

kcat -P -b "${KAFKA_BROKERS:-localhost:9092}" -t "${TOPIC:-ministry.events}" -k "$id" \
  -H ce_specversion=1.0 -H "ce_id=$id" -H ce_source=/examples/kcat \
  -H ce_type=org.sharaka.ministry.announcement-issued.v1 -H "ce_time=$(date -u +%FT%TZ)" \
  -H content-type=application/json <<EOF
{"audience": {$audience}, "title": {"ar": "تعميم", "en": "Circular"}, "text": {"ar": "تُحدَّث بيانات التواصل قبل نهاية الشهر.", "en": "Please update your contacts before the end of the month."}, "category": "GENERAL", "priority": "NORMAL"}
EOF
