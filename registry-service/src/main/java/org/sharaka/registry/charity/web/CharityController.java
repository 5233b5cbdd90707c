package org.sharaka.registry.charity.web;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.sharaka.chassis.web.idempotency.CommandId;
import org.sharaka.chassis.web.input.FromQuery;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.openapi.HttpSchemas;
import org.sharaka.chassis.web.page.Cursor;
import org.sharaka.chassis.web.page.Page;
import org.sharaka.chassis.web.page.PageRequest;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.chassis.web.version.ETags;
import org.sharaka.chassis.web.version.IfMatch;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.Command;
import org.sharaka.registry.charity.ContactList;
import org.sharaka.registry.charity.HistoryEntry;
import org.sharaka.registry.charity.Outcome;
import org.sharaka.registry.charity.Refusal;
import org.sharaka.registry.charity.Register;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register over HTTP. */
@RestController
@RequestMapping(CharityController.PATH)
@Tag(name = "Charities", description = "The register of charities")
class CharityController {

	static final String PATH = "/api/v1/charities";

	private final Register register;

	private final Charities charities;

	CharityController(Register register, Charities charities) {
		this.register = register;
		this.charities = charities;
	}

	@PostMapping
	@HttpSchemas(request = "charity-application", response = "charity", status = 201)
	@Operation(summary = "Apply for registration")
	ResponseEntity<CharityJson> apply(Input input, CommandId commandId) {
		CharityInput.Application application = CharityInput.application(input);
		Charity charity = this.register.apply(commandId.value(), application.profile(), application.contacts(),
				command(commandId));
		return ETags.created(URI.create(PATH + "/" + charity.id()), CharityJson.full(charity), charity.version());
	}

	@GetMapping
	@HttpSchemas(query = "charity-query", response = "charity")
	@Operation(summary = "Charities, the last to apply first, without their contacts")
	Page<CharityJson> list(@FromQuery Input query, PageRequest page) {
		Charities.Criteria criteria = CharityInput.criteria(query);
		Charities.Place after = (page.cursor() != null) ? place(page.cursor()) : null;
		List<Charity> found = this.charities.list(criteria, after, page.fetch());
		return Page.of(found, page, (charity) -> Cursor.of("at", charity.appliedAt().toString(), "id", charity.id()))
			.map(CharityJson::inList);
	}

	@GetMapping("/{id}")
	@HttpSchemas(response = "charity")
	@Operation(summary = "One charity, with its contacts")
	ResponseEntity<CharityJson> get(@PathVariable String id) {
		return answer(find(id));
	}

	@PatchMapping("/{id}")
	@HttpSchemas(request = "charity-patch", response = "charity")
	@Operation(summary = "Change kind, name, fields or region",
			description = "A charity that was returned applies again with it.")
	ResponseEntity<CharityJson> change(@PathVariable String id, Input input, IfMatch ifMatch, CommandId commandId) {
		ProfilePatch patch = ProfilePatch.of(input);
		return answer(this.register.change(id, patch, ifMatch::check, command(commandId)), id);
	}

	@PostMapping("/{id}/decisions")
	@HttpSchemas(request = "charity-decision", response = "charity")
	@Operation(summary = "Enter a decision of the ministry; it takes effect at once",
			description = "Answers the charity after it, or 409 decision-not-allowed.")
	ResponseEntity<CharityJson> decide(@PathVariable String id, Input input, IfMatch ifMatch, CommandId commandId) {
		return answer(this.register.decide(id, CharityInput.decision(input, this.register.today()), ifMatch::check,
				command(commandId)), id);
	}

	@GetMapping("/{id}/history")
	@Operation(summary = "What happened to a charity, oldest first")
	Page<HistoryJson> history(@PathVariable String id, PageRequest page) {
		long after = (page.cursor() != null) ? version(page.cursor()) : 0;
		List<HistoryEntry> found = this.charities.history(id, after, page.fetch())
			.orElseThrow(() -> ProblemException.notFound(id));
		return Page.of(found, page, (entry) -> Cursor.of("version", Long.toString(entry.version())))
			.map(HistoryJson::of);
	}

	@PutMapping("/{id}/contacts")
	@HttpSchemas(request = "charity-contacts", response = "charity")
	@Operation(summary = "Replace the whole list of contacts",
			description = "A contact keeps its id when that is given, or when its email or phone is the same.")
	ResponseEntity<CharityJson> changeContacts(@PathVariable String id, Input input, IfMatch ifMatch,
			CommandId commandId) {
		ContactList contacts = CharityInput.contactList(input, find(id).profile().region());
		return answer(this.register.changeContacts(id, contacts, ifMatch::check, command(commandId)), id);
	}

	private Charity find(String id) {
		return this.charities.find(id).orElseThrow(() -> ProblemException.notFound(id)).charity();
	}

	private static Command command(CommandId id) {
		return new Command("/registry-service", id.repeatable() ? id.value() : null);
	}

	private static ResponseEntity<CharityJson> answer(Optional<Outcome> outcome, String id) {
		return switch (outcome.orElseThrow(() -> ProblemException.notFound(id))) {
			case Outcome.Changed changed -> answer(changed.charity());
			case Outcome.Refused(Refusal refusal) -> throw Refusals.problem(refusal);
		};
	}

	private static ResponseEntity<CharityJson> answer(Charity charity) {
		return ETags.ok(CharityJson.full(charity), charity.version());
	}

	private static Charities.Place place(Cursor cursor) {
		try {
			return new Charities.Place(Instant.parse(cursor.value("at")), cursor.value("id"));
		}
		catch (DateTimeParseException ex) {
			throw ProblemException.invalidCursor();
		}
	}

	private static long version(Cursor cursor) {
		try {
			return Long.parseLong(cursor.value("version"));
		}
		catch (NumberFormatException ex) {
			throw ProblemException.invalidCursor();
		}
	}

}
