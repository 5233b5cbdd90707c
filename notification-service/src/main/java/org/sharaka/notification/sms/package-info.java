/**
 * SMS as a provider: encoding, segmentation and SMPP 3.4 with jSMPP.
 */
@NullMarked
package org.sharaka.notification.sms;

import org.jspecify.annotations.NullMarked;
