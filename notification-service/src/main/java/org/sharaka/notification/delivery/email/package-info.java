/**
 * Email as a provider: MIME composed with Jakarta Mail, handed over SMTP on pooled
 * connections.
 */
@NullMarked
package org.sharaka.notification.delivery.email;

import org.jspecify.annotations.NullMarked;
