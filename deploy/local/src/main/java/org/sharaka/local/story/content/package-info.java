/**
 * The charities, texts and request bodies of the opening story.
 */
@NullMarked
package org.sharaka.local.story.content;

import org.jspecify.annotations.NullMarked;
