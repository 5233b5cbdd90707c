package org.sharaka.chassis.web.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import org.sharaka.chassis.web.problem.ProblemException;

/**
 * A position in a list, after which the next page starts: a few small values (the sort
 * key and id of the last item) as opaque, URL-safe text. The text has a version and a
 * digest, so that a cursor that was changed is refused. It is not a secret and grants
 * nothing, because the caller may read the whole list anyway.
 *
 * @param values by name; all together at most a few hundred characters
 */
public record Cursor(Map<String, String> values) {

	private static final byte VERSION = 1;

	private static final int DIGEST_BYTES = 9;

	/** The largest length of the text. */
	public static final int MAX_LENGTH = 4000;

	public Cursor {
		values = Map.copyOf(values);
	}

	public static Cursor of(String name, String value) {
		return new Cursor(Map.of(name, value));
	}

	public static Cursor of(String name, String value, String name2, String value2) {
		return new Cursor(Map.of(name, value, name2, value2));
	}

	/**
	 * @throws ProblemException {@code invalid-cursor} if it has no such value
	 */
	public String value(String name) {
		String value = this.values.get(name);
		if (value == null) {
			throw ProblemException.invalidCursor();
		}
		return value;
	}

	/** The text that {@link #parse} takes: letters, digits, hyphen and underscore. */
	public String encode() {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			DataOutputStream out = new DataOutputStream(bytes);
			out.writeByte(VERSION);
			for (Map.Entry<String, String> value : new TreeMap<>(this.values).entrySet()) {
				out.writeUTF(value.getKey());
				out.writeUTF(value.getValue());
			}
			byte[] content = bytes.toByteArray();
			bytes.write(digest(content));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * @throws ProblemException {@code invalid-cursor}
	 */
	public static Cursor parse(String text) {
		if (text.length() > MAX_LENGTH) {
			throw ProblemException.invalidCursor();
		}
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(text);
			byte[] content = Arrays.copyOf(bytes, Math.max(0, bytes.length - DIGEST_BYTES));
			byte[] digest = Arrays.copyOfRange(bytes, content.length, bytes.length);
			if (content.length == 0 || content[0] != VERSION || !MessageDigest.isEqual(digest, digest(content))) {
				throw ProblemException.invalidCursor();
			}
			Map<String, String> values = new TreeMap<>();
			DataInputStream in = new DataInputStream(new ByteArrayInputStream(content, 1, content.length - 1));
			while (in.available() > 0) {
				values.put(in.readUTF(), in.readUTF());
			}
			return new Cursor(values);
		}
		catch (IllegalArgumentException | IOException ex) {
			throw ProblemException.invalidCursor();
		}
	}

	private static byte[] digest(byte[] content) {
		try {
			MessageDigest sha = MessageDigest.getInstance("SHA-256");
			sha.update("sharaka cursor".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
			return Arrays.copyOf(sha.digest(content), DIGEST_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
