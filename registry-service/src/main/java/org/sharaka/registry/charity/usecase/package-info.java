/** What callers can do with charities: one class per activity. */
@NullMarked
package org.sharaka.registry.charity.usecase;

import org.jspecify.annotations.NullMarked;
