package org.sharaka.chassis.mongo;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.mongodb.MongoClientSettings;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;
import org.sharaka.chassis.text.Language;

/**
 * Turns records into documents and back with the driver's record codec, so that a service
 * maps no field by hand. Thread-safe.
 *
 * <p>
 * A component is stored under its own name, a nested record as a nested document, an enum
 * by its name, an {@link java.time.Instant} as a BSON date in milliseconds. Dates, local
 * times, zones, durations and URIs are stored as ISO strings, {@link Language} as its
 * tag. A set keeps the order of its elements. The records must be public (they can be
 * nested in a class that is not), since the codec calls their constructors. A service
 * adds one {@link TextCodec} for each value type that is stored as a string:
 *
 * <pre>{@code
 * new DocumentMapper(
 *         new TextCodec<>(EmailAddress.class, EmailAddress::address, EmailAddress::new),
 *         new TextCodec<>(Region.class, Region::code, Region::new));
 * }</pre>
 */
public final class DocumentMapper {

	private static final List<Codec<?>> TEXT_CODECS = List.of(
			new TextCodec<>(LocalDate.class, LocalDate::toString, LocalDate::parse),
			new TextCodec<>(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse),
			new TextCodec<>(LocalTime.class, LocalTime::toString, LocalTime::parse),
			new TextCodec<>(Duration.class, Duration::toString, Duration::parse),
			new TextCodec<>(ZoneId.class, ZoneId::getId, ZoneId::of),
			new TextCodec<>(URI.class, URI::toString, URI::create),
			new TextCodec<>(Language.class, Language::tag, (tag) -> Language.ofTag(tag).orElseThrow()));

	private static final EncoderContext ENCODER_CONTEXT = EncoderContext.builder().build();

	private static final DecoderContext DECODER_CONTEXT = DecoderContext.builder().build();

	private final CodecRegistry registry;

	private final DocumentCodec documents;

	/**
	 * @param codecs for the service's own types; they take precedence
	 */
	public DocumentMapper(Codec<?>... codecs) {
		this.registry = CodecRegistries.fromRegistries(CodecRegistries.fromCodecs(List.of(codecs)),
				CodecRegistries.fromCodecs(TEXT_CODECS), CodecRegistries.fromProviders(new OrderedSetCodecProvider()),
				MongoClientSettings.getDefaultCodecRegistry());
		this.documents = new DocumentCodec(this.registry);
	}

	/** For a collection whose documents are records, or for values in filters. */
	public CodecRegistry registry() {
		return this.registry;
	}

	/**
	 * Encodes a record. A component that is null becomes a field with the value null, so
	 * that an update which sets all fields of the document erases it; within nested
	 * records, which are always written whole, it is left out.
	 */
	public Document toDocument(Record value) {
		BsonDocument encoded = new BsonDocument();
		encode(value, value.getClass(), encoded);
		Document document = this.documents.decode(new BsonDocumentReader(encoded), DECODER_CONTEXT);
		for (RecordComponent component : value.getClass().getRecordComponents()) {
			document.putIfAbsent(fieldName(component), null);
		}
		return document;
	}

	private <T> void encode(Record value, Class<T> type, BsonDocument target) {
		this.registry.get(type).encode(new BsonDocumentWriter(target), type.cast(value), ENCODER_CONTEXT);
	}

	/**
	 * Decodes a record. Fields without a component are ignored, components without a
	 * field become null.
	 */
	public <T extends Record> T fromDocument(Document document, Class<T> type) {
		BsonDocument bson = document.toBsonDocument(BsonDocument.class, this.registry);
		return this.registry.get(type).decode(new BsonDocumentReader(bson), DECODER_CONTEXT);
	}

	private static String fieldName(RecordComponent component) {
		if (component.isAnnotationPresent(BsonId.class)) {
			return "_id";
		}
		BsonProperty property = component.getAnnotation(BsonProperty.class);
		return (property != null) ? property.value() : component.getName();
	}

	/** The driver's own codec makes a set without order. */
	private static final class OrderedSetCodecProvider implements CodecProvider {

		@Override
		public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
			return null;
		}

		@Override
		@SuppressWarnings("unchecked")
		public <T> @Nullable Codec<T> get(Class<T> type, List<Type> typeArguments, CodecRegistry registry) {
			if (type != Set.class || typeArguments.size() != 1
					|| !(typeArguments.getFirst() instanceof Class<?> element)) {
				return null;
			}
			return (Codec<T>) new OrderedSetCodec<>(registry.get(element));
		}

	}

	private record OrderedSetCodec<E>(Codec<E> elements) implements Codec<Set<E>> {

		@Override
		public void encode(BsonWriter writer, Set<E> value, EncoderContext context) {
			writer.writeStartArray();
			value.forEach((element) -> this.elements.encode(writer, element, context));
			writer.writeEndArray();
		}

		@Override
		public Set<E> decode(BsonReader reader, DecoderContext context) {
			List<E> values = new ArrayList<>();
			reader.readStartArray();
			while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
				values.add(this.elements.decode(reader, context));
			}
			reader.readEndArray();
			return new LinkedHashSet<>(values);
		}

		@Override
		@SuppressWarnings("unchecked")
		public Class<Set<E>> getEncoderClass() {
			return (Class<Set<E>>) (Class<?>) Set.class;
		}

	}

}
