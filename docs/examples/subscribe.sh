#!/usr/bin/env bash
# Prints the events of a topic with their headers, from the beginning, and waits for new ones.
# Usage: subscribe.sh [TOPIC]        (KAFKA_BROKERS defaults to a local suite; MORE=-e ends at the last event)
set -euo pipefail
kcat -C -q -b "${KAFKA_BROKERS:-localhost:9092}" -t "${1:-partnership.meetings}" -o beginning ${MORE:-} \
  -f 'key=%k %h\n%s\n\n'
