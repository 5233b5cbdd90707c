/**
 * What the services' integration tests stand on: a real Kafka broker, a real or embedded
 * MongoDB, and an eye on every event that is published.
 */
@NullMarked
package org.sharaka.chassis.testing;

import org.jspecify.annotations.NullMarked;
