/**
 * The embedded server that speaks MongoDB's protocol, for machines without MongoDB.
 */
@NullMarked
package org.sharaka.local.mongodb;

import org.jspecify.annotations.NullMarked;
