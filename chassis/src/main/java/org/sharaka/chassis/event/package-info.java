/**
 * Events as they travel: CloudEvents 1.0 over Kafka, and the contracts that they keep.
 */
@NullMarked
package org.sharaka.chassis.event;

import org.jspecify.annotations.NullMarked;
