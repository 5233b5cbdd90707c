#!/usr/bin/env bash
# Prints each event of a topic as it comes: type, subject, sequence, data.
# Usage: subscribe.sh [TOPIC]        (KAFKA_BROKERS defaults to a local suite; MORE=-e ends at the last event)
set -euo pipefail
kcat -C -q -b "${KAFKA_BROKERS:-localhost:9092}" -t "${1:-partnership.meetings}" -o beginning ${MORE:-} \
  -f 'key=%k %h\n%s\n\n'
