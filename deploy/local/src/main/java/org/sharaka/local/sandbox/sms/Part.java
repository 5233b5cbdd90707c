package org.sharaka.local.sandbox.sms;

import java.util.Arrays;
import java.util.Optional;

import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;

/**
 * One submission's place in its message: by the concatenation element of its user data
 * header (3GPP TS 23.040, 9.2.3.24.1 and .8), or by SMPP's own SAR parameters.
 *
 * @param reference what the parts of one message have in common; -1 when it has one part
 * @param number from 1
 * @param octets without the user data header
 */
record Part(int reference, int total, int number, byte[] octets) {

	private static final int CONCATENATION_8_BIT = 0x00;

	private static final int CONCATENATION_16_BIT = 0x08;

	static Part of(SubmitSm submission) {
		byte[] octets = userData(submission);
		if (GSMSpecificFeature.UDHI.containedIn(submission.getEsmClass()) && octets.length > 0) {
			int headerEnd = Math.min(octets.length, 1 + (octets[0] & 0xff));
			byte[] content = Arrays.copyOfRange(octets, headerEnd, octets.length);
			return fromHeader(Arrays.copyOf(octets, headerEnd), content).orElse(single(content));
		}
		return fromParameters(submission, octets).orElse(single(octets));
	}

	private static byte[] userData(SubmitSm submission) {
		OptionalParameter payload = submission.getOptionalParameter(OptionalParameter.Tag.MESSAGE_PAYLOAD);
		if (payload instanceof OptionalParameter.OctetString octets) {
			return octets.getValue();
		}
		return (submission.getShortMessage() != null) ? submission.getShortMessage() : new byte[0];
	}

	private static Part single(byte[] octets) {
		return new Part(-1, 1, 1, octets);
	}

	private static Optional<Part> fromHeader(byte[] header, byte[] content) {
		for (int i = 1; i + 1 < header.length; i += 2 + (header[i + 1] & 0xff)) {
			int length = header[i + 1] & 0xff;
			if (i + 1 + length >= header.length) {
				return Optional.empty();
			}
			if (header[i] == CONCATENATION_8_BIT && length == 3) {
				return valid(header[i + 2] & 0xff, header[i + 3] & 0xff, header[i + 4] & 0xff, content);
			}
			if (header[i] == CONCATENATION_16_BIT && length == 4) {
				int reference = (header[i + 2] & 0xff) << 8 | header[i + 3] & 0xff;
				return valid(reference, header[i + 4] & 0xff, header[i + 5] & 0xff, content);
			}
		}
		return Optional.empty();
	}

	private static Optional<Part> fromParameters(SubmitSm submission, byte[] octets) {
		if (submission
			.getOptionalParameter(OptionalParameter.Tag.SAR_MSG_REF_NUM) instanceof OptionalParameter.Short reference
				&& submission.getOptionalParameter(
						OptionalParameter.Tag.SAR_TOTAL_SEGMENTS) instanceof OptionalParameter.Byte total
				&& submission.getOptionalParameter(
						OptionalParameter.Tag.SAR_SEGMENT_SEQNUM) instanceof OptionalParameter.Byte number) {
			return valid(reference.getValue() & 0xffff, total.getValue() & 0xff, number.getValue() & 0xff, octets);
		}
		return Optional.empty();
	}

	private static Optional<Part> valid(int reference, int total, int number, byte[] octets) {
		return (total > 0 && number > 0 && number <= total) ? Optional.of(new Part(reference, total, number, octets))
				: Optional.empty();
	}

}
