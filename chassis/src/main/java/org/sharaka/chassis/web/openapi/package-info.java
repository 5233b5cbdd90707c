/**
 * The OpenAPI document of a service.
 *
 * <p>
 * What an operation takes and gives is written once, as a JSON Schema (2020-12) in
 * {@code contracts/http/<name>.schema.json} with the id {@code urn:sharaka:http:<name>}.
 * A schema may refer to others there, and to those that events use, by their ids. A
 * controller method names its schemas with
 * {@link org.sharaka.chassis.web.openapi.HttpSchemas}; they become components of the
 * document, whose names are theirs in camel case:
 *
 * <pre>
 * &#64;PostMapping
 * &#64;HttpSchemas(request = "charity-application", response = "charity", status = 201)
 * ResponseEntity&lt;CharityJson&gt; apply(Input input, CommandContext command)
 * </pre>
 *
 * <ul>
 * <li>{@code query} is an object whose properties are the query parameters.
 * <li>{@code response} describes one item if the method returns a
 * {@link org.sharaka.chassis.web.page.Page}.
 * <li>Examples stand in the schema ({@code examples}) and are checked against it.
 * <li>The chassis adds headers, paging and every problem that the operation can answer.
 * </ul>
 *
 * <p>
 * A request schema accepts all that the service accepts: for a field that
 * {@link org.sharaka.chassis.web.input.Input#optional()} reads also null and blank text.
 * A rule that no schema can express (that a charity exists, that a date is not in the
 * future) is named in {@code $comment}. Integration tests compare every response with the
 * document, which must name each field.
 */
@NullMarked
package org.sharaka.chassis.web.openapi;

import org.jspecify.annotations.NullMarked;
