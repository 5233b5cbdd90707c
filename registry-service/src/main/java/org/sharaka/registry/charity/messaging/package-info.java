/**
 * The events that charities publish, and the ministry's decisions that arrive as events.
 */
@NullMarked
package org.sharaka.registry.charity.messaging;

import org.jspecify.annotations.NullMarked;
