package org.sharaka.local.sandbox.sms;

import java.util.Arrays;
import java.util.Optional;

import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;

/**
 * One part of a text message. Its position comes from the concatenation element of the
 * user data header (3GPP TS 23.040, sections 9.2.3.24.1 and 9.2.3.24.8) or from SMPP's
 * SAR parameters.
 *
 * @param reference identifies the message among those of the same sender and recipient;
 * -1 if it has only one part
 * @param number counts from 1
 * @param octets the content without the user data header
 */
record MessagePart(int reference, int total, int number, byte[] octets) {

	private static final int CONCATENATION_8_BIT = 0x00;

	private static final int CONCATENATION_16_BIT = 0x08;

	static MessagePart of(SubmitSm submission) {
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

	private static MessagePart single(byte[] octets) {
		return new MessagePart(-1, 1, 1, octets);
	}

	private static Optional<MessagePart> fromHeader(byte[] header, byte[] content) {
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

	private static Optional<MessagePart> fromParameters(SubmitSm submission, byte[] octets) {
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

	private static Optional<MessagePart> valid(int reference, int total, int number, byte[] octets) {
		return (total > 0 && number > 0 && number <= total)
				? Optional.of(new MessagePart(reference, total, number, octets)) : Optional.empty();
	}

}
