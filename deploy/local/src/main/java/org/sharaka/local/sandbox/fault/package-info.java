/**
 * Faults that make the sandbox behave as providers do on a bad day.
 */
@NullMarked
package org.sharaka.local.sandbox.fault;

import org.jspecify.annotations.NullMarked;
