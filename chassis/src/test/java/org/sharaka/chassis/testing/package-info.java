/**
 * Support for the services' integration tests: a Kafka broker, a MongoDB server, and a
 * check of every published event against its contract.
 */
@NullMarked
package org.sharaka.chassis.testing;

import org.jspecify.annotations.NullMarked;
