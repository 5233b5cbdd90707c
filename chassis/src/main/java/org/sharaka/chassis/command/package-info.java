/**
 * The one way in which a command changes an aggregate, shared by all services.
 *
 * <p>
 * Invariants, and who guards them:
 * <ul>
 * <li>A decision is made on the state that it changes: the write is filtered on the
 * version that was read (the database), and after a conflict the command is decided again
 * ({@link org.sharaka.chassis.command.CommandHandler}).
 * <li>A command takes effect once, however often it is sent and however late it comes:
 * its id is written with its events and is looked up before every decision
 * ({@link org.sharaka.chassis.command.Aggregates}).
 * <li>Rules belong to the model: an aggregate answers each command with an
 * {@link org.sharaka.chassis.command.Outcome}, so an adapter cannot bypass them.
 * </ul>
 */
@NullMarked
package org.sharaka.chassis.command;

import org.jspecify.annotations.NullMarked;
