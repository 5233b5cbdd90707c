package org.sharaka.notification.notice.mongo;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.outbox.Outbox;
import org.sharaka.notification.notice.DeliveryReceipts;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.NotificationRequests;
import org.sharaka.notification.notice.PendingContacts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "noticeMongoConfiguration", proxyBeanMethods = false)
class MongoConfiguration {

	@Bean
	AggregateCollection noticeAggregates(MongoDatabase database, Outbox outbox) {
		return AggregateCollection.withoutHistory(database, "notices", outbox);
	}

	@Bean
	Notices notices(AggregateCollection noticeAggregates) {
		return new MongoNotices(noticeAggregates);
	}

	@Bean
	NotificationRequests notificationRequests(MongoDatabase database) {
		return new MongoNotificationRequests(database);
	}

	@Bean
	PendingContacts pendingContacts(MongoDatabase database) {
		return new MongoPendingContacts(database);
	}

	@Bean
	DeliveryReceipts deliveryReceipts(MongoDatabase database, Clock clock) {
		return new MongoDeliveryReceipts(database, clock);
	}

}
