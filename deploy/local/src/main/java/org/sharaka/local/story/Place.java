package org.sharaka.local.story;

import java.net.URI;

/**
 * Where the suite listens.
 *
 * @param brokers Kafka's, separated by commas
 * @param topicPrefix put before each topic's name; usually empty
 */
public record Place(URI registry, URI meeting, URI notification, URI sandbox, String brokers, String topicPrefix) {
}
