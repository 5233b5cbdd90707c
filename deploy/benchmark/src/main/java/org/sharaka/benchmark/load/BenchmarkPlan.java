package org.sharaka.benchmark.load;

/**
 * How much is done.
 *
 * @param repetitions how often each measurement is made
 * @param clients callers at once
 * @param charitiesEach charities that each caller decides on
 * @param decisions of each caller and repetition; a multiple of twice
 * {@code charitiesEach}, so that each repetition finds all registered
 * @param meetings that each caller schedules in each repetition
 * @param invitations to each meeting
 * @param quiet calls of a single caller, with nothing else going on
 * @param charities that an announcement reaches
 * @param contacts of each of them
 * @param sessions SMTP connections at once, of the service and of smtp-source
 */
public record BenchmarkPlan(int repetitions, int clients, int charitiesEach, int decisions, int meetings,
		int invitations, int quiet, int charities, int contacts, int sessions) {

	public BenchmarkPlan {
		if (decisions % (2 * charitiesEach) != 0 || quiet % (2 * charitiesEach) != 0) {
			throw new IllegalArgumentException("each charity must be reinstated as often as it is suspended");
		}
		if (invitations > clients * charitiesEach) {
			throw new IllegalArgumentException("there are not as many charities as invitations");
		}
	}

	/** What is quoted. */
	public static BenchmarkPlan full(int repetitions, int clients) {
		return new BenchmarkPlan(repetitions, clients, 25, 250, 125, 20, 100, 2000, 10, 8);
	}

	/** Enough to see that everything works; its figures mean nothing. */
	public static BenchmarkPlan quick(int repetitions, int clients) {
		return new BenchmarkPlan(repetitions, clients, 20, 40, 5, 20, 40, 50, 10, 8);
	}

	/** Mails that one announcement makes. */
	public int mails() {
		return this.charities * this.contacts;
	}

}
