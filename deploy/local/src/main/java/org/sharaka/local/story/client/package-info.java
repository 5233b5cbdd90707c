/**
 * Clients of the services' public interfaces, as another team would write them.
 */
@NullMarked
package org.sharaka.local.story.client;

import org.jspecify.annotations.NullMarked;
