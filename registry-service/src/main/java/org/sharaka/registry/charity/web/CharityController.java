package org.sharaka.registry.charity.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.sharaka.chassis.command.CommandContext;
import org.sharaka.chassis.web.command.CommandResponses;
import org.sharaka.chassis.web.input.FromQuery;
import org.sharaka.chassis.web.input.Input;
import org.sharaka.chassis.web.openapi.HttpSchemas;
import org.sharaka.chassis.web.page.Cursor;
import org.sharaka.chassis.web.page.Page;
import org.sharaka.chassis.web.page.PageRequest;
import org.sharaka.chassis.web.problem.ProblemException;
import org.sharaka.chassis.web.version.ETags;
import org.sharaka.registry.charity.Charities;
import org.sharaka.registry.charity.Charity;
import org.sharaka.registry.charity.ContactList;
import org.sharaka.registry.charity.usecase.ApplyForRegistration;
import org.sharaka.registry.charity.usecase.ChangeContacts;
import org.sharaka.registry.charity.usecase.ChangeProfile;
import org.sharaka.registry.charity.usecase.ReadPastCharity;
import org.sharaka.registry.charity.usecase.TakeDecision;
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

	private final Charities charities;

	private final ApplyForRegistration applyForRegistration;

	private final ChangeProfile changeProfile;

	private final ChangeContacts changeContacts;

	private final TakeDecision takeDecision;

	private final ReadPastCharity readPastCharity;

	private final CharityJsonMapper json;

	CharityController(Charities charities, ApplyForRegistration applyForRegistration, ChangeProfile changeProfile,
			ChangeContacts changeContacts, TakeDecision takeDecision, ReadPastCharity readPastCharity,
			CharityJsonMapper json) {
		this.charities = charities;
		this.applyForRegistration = applyForRegistration;
		this.changeProfile = changeProfile;
		this.changeContacts = changeContacts;
		this.takeDecision = takeDecision;
		this.readPastCharity = readPastCharity;
		this.json = json;
	}

	@PostMapping
	@HttpSchemas(request = "charity-application", response = "charity", status = 201)
	@Operation(summary = "Apply for registration",
			description = "A phone number that its number plan does not know yet is accepted with a warning.")
	ResponseEntity<CharityJson> apply(Input input, CommandContext context) {
		ApplicationInput.Application application = ApplicationInput.application(input);
		return CommandResponses.created(
				this.applyForRegistration.apply(application.profile(), application.contacts(), context), PATH,
				this.json::withContacts);
	}

	@GetMapping
	@HttpSchemas(query = "charity-query", response = "charity")
	@Operation(summary = "Charities, the last to apply first, without their contacts")
	Page<CharityJson> list(@FromQuery Input query, PageRequest page) {
		Charities.Criteria criteria = CriteriaInput.criteria(query);
		List<Charity> found = this.charities.list(criteria, CriteriaInput.position(page), page.fetch());
		return Page.of(found, page, CriteriaInput::cursor).map(CharityJson::withoutContacts);
	}

	@GetMapping("/{id}")
	@HttpSchemas(query = "charity-as-at-query", response = "charity")
	@Operation(summary = "One charity, with its contacts",
			description = "With asAt or knownAt as it was in the past, without contacts: at the end of the day asAt of "
					+ "its country's calendar, as far as it was recorded at the time knownAt.")
	ResponseEntity<CharityJson> get(@PathVariable String id, @FromQuery Input query) {
		LocalDate asAt = query.date("asAt");
		Instant knownAt = query.instant("knownAt");
		return query.orThrow(() -> {
			if (asAt == null && knownAt == null) {
				Charity charity = find(id);
				return ETags.ok(this.json.withContacts(charity), charity.version());
			}
			Charity past = this.readPastCharity.read(id, asAt, knownAt)
				.orElseThrow(() -> ProblemException.notFound(id));
			return ETags.ok(CharityJson.withoutContacts(past), past.version());
		});
	}

	@PatchMapping("/{id}")
	@HttpSchemas(request = "charity-patch", response = "charity")
	@Operation(summary = "Change kind, name, fields or region",
			description = "A charity that was returned applies again if something changes. After a refusal, a "
					+ "suspension, a merger, a dissolution or a removal nothing can be changed: 409 change-not-allowed. "
					+ "A registered charity keeps its kind and country: 409 new-registration-required.")
	ResponseEntity<CharityJson> changeProfile(@PathVariable String id, Input input, CommandContext context) {
		return CommandResponses.ok(this.changeProfile.change(id, ProfileInput.patch(input), context),
				this.json::withContacts);
	}

	@PostMapping("/{id}/decisions")
	@HttpSchemas(request = "charity-decision", response = "charity")
	@Operation(summary = "Enter a decision of the ministry; it takes effect at once",
			description = "Send If-Match with the ETag of the application that was reviewed. A decision that the status "
					+ "forbids is 409 decision-not-allowed, a date before the present status 409 "
					+ "effective-date-too-early.")
	ResponseEntity<CharityJson> decide(@PathVariable String id, Input input, CommandContext context) {
		return CommandResponses.ok(this.takeDecision.take(id, DecisionInput.request(input), context),
				this.json::withContacts);
	}

	@GetMapping("/{id}/history")
	@HttpSchemas(response = "charity-history-entry")
	@Operation(summary = "What happened to a charity, oldest first",
			description = "Without personal data: that contacts changed is shown, not how.")
	Page<HistoryEntryJson> history(@PathVariable String id, PageRequest page) {
		find(id);
		long after = (page.cursor() != null) ? version(page.cursor()) : 0;
		return Page
			.of(this.charities.history().entries(id, after, page.fetch()), page,
					(entry) -> Cursor.of("version", Long.toString(entry.version())))
			.map(this.json::historyEntry);
	}

	@PutMapping("/{id}/contacts")
	@HttpSchemas(request = "charity-contacts", response = "charity")
	@Operation(summary = "Replace the whole list of contacts",
			description = "A contact keeps its id if that is given, or if its email or phone is the same. The contacts "
					+ "before the change are erased from the history; an empty list erases them everywhere.")
	ResponseEntity<CharityJson> changeContacts(@PathVariable String id, Input input, CommandContext context) {
		ContactList contacts = ContactInput.contactList(input, find(id).profile().region());
		return CommandResponses.ok(this.changeContacts.change(id, contacts, context), this.json::withContacts);
	}

	private Charity find(String id) {
		return this.charities.find(id).orElseThrow(() -> ProblemException.notFound(id));
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
