package org.sharaka.registry.charity.mongo;

import java.time.Instant;
import java.util.Optional;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.sharaka.registry.charity.JurisdictionProfile;
import org.sharaka.registry.charity.RegistrationNumbers;

/**
 * Registration numbers. The collection {@code registrationNumbers} has one document per
 * number, whose {@code _id} is the number and whose {@code charityId} is unique, so that
 * no two charities have one number and no charity has two, even if processes race or
 * crash. The collection {@code registrationCounters} only proposes the next number. A
 * number that is proposed in vain, or reserved for a charity that is never registered,
 * stays unused.
 */
final class MongoRegistrationNumbers implements RegistrationNumbers {

	private static final FindOneAndUpdateOptions UPSERT = new FindOneAndUpdateOptions().upsert(true)
		.returnDocument(ReturnDocument.AFTER);

	private final MongoCollection<Document> numbers;

	private final MongoCollection<Document> counters;

	MongoRegistrationNumbers(MongoDatabase database) {
		this.numbers = database.getCollection("registrationNumbers");
		this.counters = database.getCollection("registrationCounters");
		this.numbers.createIndex(Indexes.ascending("charityId"), new IndexOptions().unique(true));
	}

	@Override
	public String of(String charityId, JurisdictionProfile jurisdiction, Instant now) {
		while (true) {
			Document reserved = this.numbers.find(Filters.eq("charityId", charityId)).first();
			if (reserved != null) {
				return reserved.getString("_id");
			}
			try {
				String number = next(jurisdiction, jurisdiction.dayOf(now).getYear());
				this.numbers.insertOne(new Document("_id", number).append("charityId", charityId));
				return number;
			}
			catch (MongoServerException ex) {
				// the number is taken, the charity has got one since, or the counter was
				// created by another caller
				if (ErrorCategory.fromErrorCode(ex.getCode()) != ErrorCategory.DUPLICATE_KEY) {
					throw ex;
				}
			}
		}
	}

	private String next(JurisdictionProfile jurisdiction, int year) {
		String counterId = jurisdiction.country() + "-" + year;
		Document counter = null;
		while (counter == null) {
			// a server may return nothing to the loser of a race to create the counter
			counter = this.counters.findOneAndUpdate(Filters.eq("_id", counterId), Updates.inc("last", 1L), UPSERT);
		}
		return jurisdiction.registrationNumber(year, counter.getLong("last"));
	}

	/** The charity for which a number is reserved. */
	Optional<String> holderOf(String number) {
		return Optional.ofNullable(this.numbers.find(Filters.eq("_id", number)).first())
			.map((document) -> document.getString("charityId"));
	}

}
