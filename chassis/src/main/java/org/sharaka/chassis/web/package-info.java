/**
 * What every HTTP interface of the suite does alike; registered by auto-configuration.
 */
@NullMarked
package org.sharaka.chassis.web;

import org.jspecify.annotations.NullMarked;
