package org.sharaka.chassis.mongo;

import java.util.function.Function;

import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * Stores values of one type as a string.
 *
 * @param <T> the type of the values
 * @param type the class or interface that record components declare
 * @param format turns a value into the stored string
 * @param parse turns a stored string back into the value
 */
public record TextCodec<T>(Class<T> type, Function<T, String> format, Function<String, T> parse) implements Codec<T> {

	@Override
	public void encode(BsonWriter writer, T value, EncoderContext context) {
		writer.writeString(this.format.apply(value));
	}

	@Override
	public T decode(BsonReader reader, DecoderContext context) {
		return this.parse.apply(reader.readString());
	}

	@Override
	public Class<T> getEncoderClass() {
		return this.type;
	}

}
