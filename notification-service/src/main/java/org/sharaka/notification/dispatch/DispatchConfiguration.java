package org.sharaka.notification.dispatch;

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
import org.sharaka.notification.delivery.email.MailProperties;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.NotificationRequests;
import org.sharaka.notification.notice.RetryPolicy;
import org.sharaka.notification.notice.usecase.ApplyReceipts;
import org.sharaka.notification.template.TemplateParameters;
import org.sharaka.notification.template.Templates;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The dispatchers and all that they use. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DispatchProperties.class)
class DispatchConfiguration {

	@Bean
	MessageComposer composer(Templates templates, TemplateParameters params, MailProperties mail, Clock clock) {
		return new MessageComposer(templates, params, new MeetingCalendar(new Person(mail.from(), mail.fromName())),
				clock);
	}

	@Bean
	Dispatchers dispatchers(Notices notices, ApplyReceipts receipts, NotificationRequests requests, Contacts contacts,
			Charities charities, MessageComposer composer, Providers providers, DispatchProperties settings, Ids ids,
			Clock clock, MeterRegistry meters) {
		RetryPolicy retries = new RetryPolicy(settings.attempts(), settings.firstPause(), settings.longestPause(),
				settings.unknownPause(), () -> ThreadLocalRandom.current().nextDouble());
		NoticeSender sender = new NoticeSender(composer, providers::send, retries, clock, meters);
		OutgoingNoticeLoader loader = new OutgoingNoticeLoader(requests, contacts, charities);
		return new Dispatchers(Arrays.stream(Channel.values()).map((channel) -> {
			Optional<GuardedProvider> preferred = providers.of(channel).stream().findFirst();
			return new ChannelDispatcher(channel, notices, receipts, loader, sender,
					settings.forRate(preferred.map(GuardedProvider::rate).orElse(1.0)),
					preferred.map(GuardedProvider::places).orElse(1), ids, clock);
		}).toList(), notices, meters);
	}

}
