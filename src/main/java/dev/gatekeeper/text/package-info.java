/** What every room knows about text: characters, folding, quoting, hashes, and the words of a message. No library, no other room. */
@NullMarked
package dev.gatekeeper.text;

import org.jspecify.annotations.NullMarked;
