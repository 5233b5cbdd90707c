package org.sharaka.meeting.testing;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.Charity;
import org.sharaka.meeting.charity.Criteria;

/** The view of the charities without a database. */
public final class InMemoryCharities implements Charities {

	private final Map<String, Charity> all = new ConcurrentHashMap<>();

	@Override
	public void apply(Collection<Charity> states) {
		states.forEach((state) -> this.all.merge(state.id(), state,
				(old, later) -> (old.sequence() < later.sequence()) ? later : old));
	}

	@Override
	public Map<String, Charity> findAll(Collection<String> ids) {
		Map<String, Charity> found = new LinkedHashMap<>();
		find((charity) -> ids.contains(charity.id())).forEach((charity) -> found.put(charity.id(), charity));
		return found;
	}

	@Override
	public List<Charity> withoutStanding(Collection<String> ids) {
		return find((charity) -> ids.contains(charity.id()) && charity.status().endsStanding());
	}

	@Override
	public List<Charity> withoutStanding(@Nullable String afterId, int limit) {
		return find((charity) -> charity.status().endsStanding()
				&& (afterId == null || charity.id().compareTo(afterId) > 0))
			.stream()
			.limit(limit)
			.toList();
	}

	@Override
	public int countRegistered(Criteria criteria) {
		return registered(criteria, null, Integer.MAX_VALUE).size();
	}

	@Override
	public List<Charity> registered(Criteria criteria, @Nullable String afterId, int limit) {
		return find((charity) -> charity.isRegistered() && criteria.matches(charity)
				&& (afterId == null || charity.id().compareTo(afterId) > 0))
			.stream()
			.limit(limit)
			.toList();
	}

	private List<Charity> find(Predicate<Charity> wanted) {
		return this.all.values().stream().filter(wanted).sorted(Comparator.comparing(Charity::id)).toList();
	}

}
