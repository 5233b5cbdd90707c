/**
 * The sandbox's web page and its HTTP interface.
 */
@NullMarked
package org.sharaka.local.sandbox.web;

import org.jspecify.annotations.NullMarked;
