/** Phone numbers: read, told apart and judged. The only room that knows libphonenumber. */
@NullMarked
package io.passwordrecovery.phone;

import org.jspecify.annotations.NullMarked;
