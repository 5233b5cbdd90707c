package org.sharaka.benchmark.load;

/**
 * How much a run measures.
 *
 * @param repetitions of each measurement
 * @param clients concurrent callers
 * @param charitiesEach charities per caller that decisions are made on
 * @param decisions per caller and repetition; a multiple of twice {@code charitiesEach},
 * so that each repetition starts with all charities registered
 * @param meetings scheduled per caller and repetition
 * @param invitations per meeting
 * @param singleCallerTurns calls of a single caller on the otherwise idle service
 * @param charities that an announcement is addressed to
 * @param contacts per charity
 * @param sessions concurrent SMTP connections, of the service and of smtp-source
 * @param invited charities that one meeting invites
 * @param answers of invited charities, given concurrently
 */
public record BenchmarkPlan(int repetitions, int clients, int charitiesEach, int decisions, int meetings,
		int invitations, int singleCallerTurns, int charities, int contacts, int sessions, int invited, int answers) {

	public BenchmarkPlan {
		if (decisions % (2 * charitiesEach) != 0 || singleCallerTurns % (2 * charitiesEach) != 0) {
			throw new IllegalArgumentException("each charity must be reinstated as often as it is suspended");
		}
		if (invitations > clients * charitiesEach) {
			throw new IllegalArgumentException("there are fewer charities than invitations");
		}
	}

	/** Returns the plan of the figures that are published. */
	public static BenchmarkPlan full(int repetitions, int clients) {
		return new BenchmarkPlan(repetitions, clients, 25, 250, 125, 20, 100, 2000, 10, 8, 20_000, 2_000);
	}

	/** Returns a plan that only shows that everything works; its figures mean nothing. */
	public static BenchmarkPlan quick(int repetitions, int clients) {
		return new BenchmarkPlan(repetitions, clients, 20, 40, 5, 20, 40, 50, 10, 8, 500, 160);
	}

	/** Returns the number of emails of one announcement. */
	public int mails() {
		return this.charities * this.contacts;
	}

}
