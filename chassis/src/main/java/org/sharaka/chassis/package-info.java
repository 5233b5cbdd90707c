/**
 * What all services share below the domain: one package per promise.
 */
@NullMarked
package org.sharaka.chassis;

import org.jspecify.annotations.NullMarked;
