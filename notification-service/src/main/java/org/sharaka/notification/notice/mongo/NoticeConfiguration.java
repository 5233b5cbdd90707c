package org.sharaka.notification.notice.mongo;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import org.sharaka.chassis.outbox.AggregateCollection;
import org.sharaka.chassis.outbox.Outbox;
import org.sharaka.notification.charity.Charities;
import org.sharaka.notification.contact.Contacts;
import org.sharaka.notification.notice.Notices;
import org.sharaka.notification.notice.Occasions;
import org.sharaka.notification.notice.ReceiptBook;
import org.sharaka.notification.notice.SettleReceipts;
import org.sharaka.notification.notice.TellCharities;
import org.sharaka.notification.notice.Waiting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The notices' collection, and the use cases over it. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

	@Bean
	AggregateCollection noticeAggregates(MongoDatabase database, Outbox outbox) {
		return new AggregateCollection(database.getCollection("notices"), outbox);
	}

	@Bean
	TellCharities tellCharities(Charities charities, Contacts contacts, Occasions occasions, Waiting waiting,
			Notices notices, Clock clock) {
		return new TellCharities(charities, contacts, occasions, waiting, notices, clock);
	}

	@Bean
	SettleReceipts settleReceipts(ReceiptBook book, Notices notices, Clock clock) {
		return new SettleReceipts(book, notices, clock);
	}

}
