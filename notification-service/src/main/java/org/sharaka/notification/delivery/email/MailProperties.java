package org.sharaka.notification.delivery.email;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who mail comes from.
 *
 * @param from an address; its domain is also the right side of Message-ID
 * @param fromName what people see, in Arabic
 */
@ConfigurationProperties("sharaka.mail")
public record MailProperties(@DefaultValue("notices@sharaka.test") String from,
		@DefaultValue("شراكة") String fromName) {

	String domain() {
		return this.from.substring(this.from.indexOf('@') + 1);
	}

}
