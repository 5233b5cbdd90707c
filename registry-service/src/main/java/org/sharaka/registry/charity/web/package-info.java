/** Charities over HTTP. */
@NullMarked
package org.sharaka.registry.charity.web;

import org.jspecify.annotations.NullMarked;
