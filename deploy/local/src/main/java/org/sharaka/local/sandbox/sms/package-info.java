/**
 * The SMPP 3.4 message centre: submissions, reassembly of parts, delivery receipts.
 */
@NullMarked
package org.sharaka.local.sandbox.sms;

import org.jspecify.annotations.NullMarked;
