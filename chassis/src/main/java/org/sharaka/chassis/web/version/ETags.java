package org.sharaka.chassis.web.version;

import java.net.URI;

import org.springframework.http.ResponseEntity;

/**
 * A resource's version, the number of events that it has had, as a strong entity tag:
 * {@code "7"}. A GET that is answered through {@link #ok} is 304 when
 * {@code If-None-Match} names the version (Spring MVC does that for any answer with a
 * tag).
 */
public final class ETags {

	private ETags() {
	}

	public static String of(long version) {
		return '"' + Long.toString(version) + '"';
	}

	/** 200 with this body and version. */
	public static <T> ResponseEntity<T> ok(T body, long version) {
		return ResponseEntity.ok().eTag(of(version)).body(body);
	}

	/** 201 with this body and version, to be found at the location. */
	public static <T> ResponseEntity<T> created(URI location, T body, long version) {
		return ResponseEntity.created(location).eTag(of(version)).body(body);
	}

}
