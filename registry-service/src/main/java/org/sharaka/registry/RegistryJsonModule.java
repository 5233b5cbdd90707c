package org.sharaka.registry;

import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.sharaka.chassis.text.Language;
import org.sharaka.registry.charity.Contact;
import org.sharaka.registry.charity.Decision;
import org.sharaka.registry.charity.DecisionKind;
import org.sharaka.registry.charity.EmailAddress;
import org.sharaka.registry.charity.Field;
import org.sharaka.registry.charity.Kind;
import org.sharaka.registry.charity.PhoneNumber;
import org.sharaka.registry.charity.Region;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How the model's values are written in JSON, in events and over HTTP alike. */
final class RegistryJsonModule extends SimpleModule {

	private static final long serialVersionUID = 1L;

	RegistryJsonModule() {
		super("registry");
		addText(Kind.class, Kind::code);
		addText(Field.class, Field::code);
		addText(Region.class, Region::code);
		addText(EmailAddress.class, EmailAddress::address);
		addText(PhoneNumber.class, PhoneNumber::e164);
		addText(Language.class, Language::tag);
		setMixInAnnotation(Contact.class, ContactMixIn.class);
		setMixInAnnotation(Decision.class, DecisionMixIn.class);
	}

	private <T> void addText(Class<T> type, Function<T, String> format) {
		addSerializer(type, new StdSerializer<T>(type) {

			@Override
			public void serialize(T value, JsonGenerator generator, SerializationContext context) {
				generator.writeString(format.apply(value));
			}

		});
	}

	private interface ContactMixIn {

		@JsonUnwrapped
		Contact.Details details();

	}

	private interface DecisionMixIn {

		@JsonProperty("decision")
		DecisionKind kind();

	}

}
