package org.sharaka.notification.notice.messaging;

import java.time.Clock;
import java.util.Set;

import org.sharaka.chassis.consumer.EventConsumer;
import org.sharaka.chassis.consumer.EventConsumerFactory;
import org.sharaka.chassis.event.Topics;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.notice.usecase.CreateNotices;
import org.sharaka.notification.notice.usecase.CreatePendingNotices;
import org.sharaka.notification.notice.usecase.NotifyInvitedCharities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The topics that this service consumes. The names of the beans are the names of the
 * bindings.
 */
@Configuration(proxyBeanMethods = false)
class ConsumerConfiguration {

	@Bean
	EventConsumer charityEvents(EventConsumerFactory consumers, Topics topics, Charities charities,
			CreateNotices createNotices, Clock clock) {
		String topic = "partnership.charities";
		return consumers.of(topic, new CharityEventHandler(types(topics, topic), charities, createNotices, clock));
	}

	@Bean
	EventConsumer contactEvents(EventConsumerFactory consumers, Contacts contacts,
			CreatePendingNotices createPendingNotices) {
		return consumers.of("partnership.contacts", new ContactsEventHandler(contacts, createPendingNotices));
	}

	@Bean
	EventConsumer meetingEvents(EventConsumerFactory consumers, Topics topics,
			NotifyInvitedCharities notifyInvitedCharities, Clock clock) {
		String topic = "partnership.meetings";
		return consumers.of(topic, new MeetingEventHandler(types(topics, topic), notifyInvitedCharities, clock));
	}

	@Bean
	EventConsumer ministryEvents(EventConsumerFactory consumers, CreateNotices createNotices, Clock clock) {
		return consumers.of("ministry.events", new AnnouncementHandler(createNotices, clock));
	}

	private static Set<String> types(Topics topics, String topic) {
		return topics.named(topics.prefix() + topic).types();
	}

}
