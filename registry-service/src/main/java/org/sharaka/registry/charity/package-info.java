/**
 * The register's charities: who applied, who is registered, and every decision on them.
 */
@NullMarked
package org.sharaka.registry.charity;

import org.jspecify.annotations.NullMarked;
