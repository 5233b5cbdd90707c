/**
 * CloudEvents 1.0 over Kafka, their topics and their contracts.
 */
@NullMarked
package org.sharaka.chassis.event;

import org.jspecify.annotations.NullMarked;
