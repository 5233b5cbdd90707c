package org.sharaka.notification.sending;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import io.micrometer.core.instrument.MeterRegistry;
import org.sharaka.chassis.calendar.CalendarEvent.Person;
import org.sharaka.chassis.id.Ids;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.delivery.Channel;
import org.sharaka.notification.delivery.GuardedProvider;
import org.sharaka.notification.delivery.Providers;
import org.sharaka.notification.email.MailSettings;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.Occasions;
import org.sharaka.notification.notice.RetryPolicy;
import org.sharaka.notification.notice.SettleReceipts;
import org.sharaka.notification.template.NoticeParams;
import org.sharaka.notification.template.Templates;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lanes and all that they use. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SendingSettings.class)
class SendingConfiguration {

	@Bean
	Composer composer(Templates templates, NoticeParams params, MailSettings mail, Clock clock) {
		return new Composer(templates, params, new MeetingCalendar(new Person(mail.from(), mail.fromName())), clock);
	}

	@Bean
	Sending sending(Notices notices, SettleReceipts receipts, Occasions occasions, Contacts contacts,
			Charities charities, Composer composer, Providers providers, SendingSettings settings, Ids ids, Clock clock,
			MeterRegistry meters) {
		RetryPolicy retries = new RetryPolicy(settings.attempts(), settings.firstPause(), settings.longestPause(),
				settings.settle(), () -> ThreadLocalRandom.current().nextDouble());
		Sender sender = new Sender(composer, providers::send, retries, clock, meters);
		Preparation preparation = new Preparation(occasions, contacts, charities);
		return new Sending(Arrays.stream(Channel.values()).map((channel) -> {
			Optional<GuardedProvider> preferred = providers.of(channel).stream().findFirst();
			return new Lane(channel, notices, receipts, preparation, sender,
					settings.forRate(preferred.map(GuardedProvider::rate).orElse(1.0)),
					preferred.map(GuardedProvider::places).orElse(1), ids, clock);
		}).toList(), notices, meters);
	}

}
