package org.sharaka.notification.delivery.email;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and how mail is handed over. Every wait is finite.
 *
 * @param username empty: no authentication
 * @param starttls whether TLS is required; a server that does not offer it is then
 * refused
 * @param timeout the longest wait for one reply, and for one write
 * @param connections how many idle connections are kept
 * @param messagesPerConnection after so many a connection is closed, as servers expect
 * @param idle an idle connection is closed after this; servers close theirs after minutes
 * @param checkAfter a connection that was idle for longer is asked (NOOP) before it is
 * used
 */
@ConfigurationProperties("sharaka.smtp")
public record SmtpProperties(@DefaultValue("localhost") String host, @DefaultValue("1025") int port,
		@DefaultValue("") String username, @DefaultValue("") String password, @DefaultValue("false") boolean starttls,
		@DefaultValue("5s") Duration connectTimeout, @DefaultValue("30s") Duration timeout,
		@DefaultValue("8") int connections, @DefaultValue("200") int messagesPerConnection,
		@DefaultValue("20s") Duration idle, @DefaultValue("2s") Duration checkAfter) {

	/** Without the password. */
	@Override
	public String toString() {
		return "SmtpProperties[" + this.host + ":" + this.port + ", starttls=" + this.starttls + "]";
	}

}
