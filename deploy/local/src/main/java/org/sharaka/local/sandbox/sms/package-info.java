/**
 * An SMPP 3.4 message centre: submissions, parts, receipts.
 */
@NullMarked
package org.sharaka.local.sandbox.sms;

import org.jspecify.annotations.NullMarked;
