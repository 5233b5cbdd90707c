/** Charities in MongoDB. */
@NullMarked
package org.sharaka.registry.charity.mongo;

import org.jspecify.annotations.NullMarked;
