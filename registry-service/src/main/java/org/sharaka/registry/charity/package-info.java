/**
 * The model of the register's charities: applications, registrations and the ministry's
 * decisions on them.
 */
@NullMarked
package org.sharaka.registry.charity;

import org.jspecify.annotations.NullMarked;
