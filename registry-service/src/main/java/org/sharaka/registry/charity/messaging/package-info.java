/** Charities' events: what goes out, and the ministry's decisions that come in. */
@NullMarked
package org.sharaka.registry.charity.messaging;

import org.jspecify.annotations.NullMarked;
