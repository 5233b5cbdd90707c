/**
 * The one broker that the suite runs on where no Kafka is named.
 */
@NullMarked
package org.sharaka.local.kafka;

import org.jspecify.annotations.NullMarked;
