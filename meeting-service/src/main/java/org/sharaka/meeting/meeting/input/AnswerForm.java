package org.sharaka.meeting.meeting.input;

import java.util.List;

import org.sharaka.chassis.web.input.Input;
import org.sharaka.meeting.meeting.InvitationStatus;

import static java.util.Objects.requireNonNull;

/**
 * The body of {@code PUT /meetings/{id}/invitations/{charityId}}.
 *
 * @param delegates the names of those who come
 */
public record AnswerForm(InvitationStatus status, List<String> delegates) {

	private static final int MOST_DELEGATES = 100;

	private static final int NAME = 200;

	/**
	 * @throws org.sharaka.chassis.web.problem.ProblemException {@code invalid-input}
	 */
	public static AnswerForm read(Input input) {
		InvitationStatus status = input.oneOf("status", InvitationStatus.ANSWERS, Enum::name);
		List<String> delegates = input.optional()
			.list("delegates", 0, MOST_DELEGATES, (delegate) -> delegate.text("name", 1, NAME));
		if (status == InvitationStatus.DECLINED && !delegates.isEmpty()) {
			input.reject("/delegates", "delegates-of-declined");
		}
		return input.orThrow(() -> new AnswerForm(requireNonNull(status), delegates));
	}

}
