/**
 * SMTP, and what an email says once its MIME is read.
 */
@NullMarked
package org.sharaka.local.sandbox.email;

import org.jspecify.annotations.NullMarked;
