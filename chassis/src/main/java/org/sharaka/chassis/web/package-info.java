/**
 * The behaviour that the HTTP interfaces of all services share, registered by
 * auto-configuration.
 */
@NullMarked
package org.sharaka.chassis.web;

import org.jspecify.annotations.NullMarked;
