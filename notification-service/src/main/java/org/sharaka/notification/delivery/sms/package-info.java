/**
 * SMS as a provider: encoding, segmentation and SMPP 3.4 with jSMPP.
 */
@NullMarked
package org.sharaka.notification.delivery.sms;

import org.jspecify.annotations.NullMarked;
