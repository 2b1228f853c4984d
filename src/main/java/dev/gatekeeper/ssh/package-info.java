/**
 * SSH's public keys and detached signatures, as {@code ssh-keygen -Y sign} makes them, checked with nothing but the JDK.
 *
 * <p>A key exists only once it is checked: {@link dev.gatekeeper.ssh.SshPublicKey#ofLine} parses it and refuses what proves nothing, and
 * {@link dev.gatekeeper.ssh.SshSignature} carries the parsed key that it names. Names are those of RFC 4251 to 4253, RFC 5656, RFC 8032,
 * RFC 8332, RFC 8709, and OpenSSH's PROTOCOL.sshsig and PROTOCOL.u2f. Who may sign, and what, is not known here.
 */
@NullMarked
package dev.gatekeeper.ssh;

import org.jspecify.annotations.NullMarked;
