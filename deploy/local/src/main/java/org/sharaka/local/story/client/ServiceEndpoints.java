package org.sharaka.local.story.client;

import java.net.URI;

/**
 * The addresses of the running suite.
 *
 * @param brokers addresses of Kafka brokers, separated by commas
 * @param topicPrefix the prefix of every topic name; usually empty
 */
public record ServiceEndpoints(URI registry, URI meeting, URI notification, URI sandbox, String brokers,
		String topicPrefix) {
}
