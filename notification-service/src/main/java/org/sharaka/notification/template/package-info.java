/**
 * The text of the notices: one file per template and language, rendered to mail and SMS
 * text.
 */
@NullMarked
package org.sharaka.notification.template;

import org.jspecify.annotations.NullMarked;
