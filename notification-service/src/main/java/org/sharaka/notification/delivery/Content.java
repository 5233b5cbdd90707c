package org.sharaka.notification.delivery;

/**
 * What the recipient will read, rendered and final: a provider changes no word of it.
 */
public sealed interface Content permits EmailContent, SmsContent {

	Channel channel();

}
