/**
 * The sandbox over HTTP: the page, the messages as JSON, the faults.
 */
@NullMarked
package org.sharaka.local.sandbox.web;

import org.jspecify.annotations.NullMarked;
