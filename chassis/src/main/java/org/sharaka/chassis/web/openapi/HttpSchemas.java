package org.sharaka.chassis.web.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the JSON Schemas that an operation of a controller takes and gives. Each name is
 * a file {@code contracts/http/<name>.schema.json}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HttpSchemas {

	/** An object whose properties are the query parameters; none if empty. */
	String query() default "";

	/** The body of the request; none if empty. */
	String request() default "";

	/**
	 * The body of a successful response, or each item of it if the method returns a page;
	 * taken from the return type if empty.
	 */
	String response() default "";

	/** The status of a successful response. */
	int status() default 200;

}
