/**
 * Commands over HTTP: a controller method takes a
 * {@link org.sharaka.chassis.command.CommandContext} as an argument and turns the
 * {@link org.sharaka.chassis.command.Outcome} into an answer with
 * {@link org.sharaka.chassis.web.command.CommandResponses}.
 */
@NullMarked
package org.sharaka.chassis.web.command;

import org.jspecify.annotations.NullMarked;
