/**
 * The opening story, played through the public HTTP and Kafka interfaces.
 */
@NullMarked
package org.sharaka.local.story;

import org.jspecify.annotations.NullMarked;
