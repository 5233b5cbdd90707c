package org.sharaka.registry.charity.mongo;

import java.util.Locale;
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
import org.sharaka.registry.charity.RegistrationNumbers;

/**
 * Registration numbers. The collection {@code registrationNumbers} has one document per
 * number, whose {@code _id} is the number and whose {@code charityId} is unique: so no
 * two charities have one number and no charity has two, whoever races or crashes. The
 * collection {@code registrationCounters} only proposes the next one. A number that was
 * proposed in vain, or reserved for a charity that is never registered, is a gap.
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
	public String of(String charityId, String country, int year) {
		while (true) {
			Document reserved = this.numbers.find(Filters.eq("charityId", charityId)).first();
			if (reserved != null) {
				return reserved.getString("_id");
			}
			try {
				String number = next(country + "-" + year);
				this.numbers.insertOne(new Document("_id", number).append("charityId", charityId));
				return number;
			}
			catch (MongoServerException ex) {
				// the number is taken, or the charity has one by now, or the counter was
				// just made
				if (ErrorCategory.fromErrorCode(ex.getCode()) != ErrorCategory.DUPLICATE_KEY) {
					throw ex;
				}
			}
		}
	}

	private String next(String series) {
		Document counter = null;
		while (counter == null) {
			// a server may answer nothing to the loser of a race to make the counter
			counter = this.counters.findOneAndUpdate(Filters.eq("_id", series), Updates.inc("last", 1L), UPSERT);
		}
		return String.format(Locale.ROOT, "%s-%06d", series, counter.getLong("last"));
	}

	/** The charity for which a number is reserved. */
	Optional<String> holderOf(String number) {
		return Optional.ofNullable(this.numbers.find(Filters.eq("_id", number)).first())
			.map((document) -> document.getString("charityId"));
	}

}
